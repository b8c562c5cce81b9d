using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

/// <summary>A page of one thing that we fight for.</summary>
public abstract class CausePage(DoorTools tools) : DoorPage(tools)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Cause Cause { get; private set; } = null!;

    public ListLabels Labels { get; private set; } = null!;

    public string Back => $"~/advocacy/{Id}";

    public string Fought { get; private set; } = "";

    protected async Task<IActionResult?> LoadAsync(bool open = true)
    {
        if (await Db.Causes.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id) is not { } cause)
            return NotFound();
        if (await FindLivingAsync("advocacy", cause.PersonId) is { } answer)
            return answer;
        Cause = cause;
        if (open && cause.EndedOn is not null)
            return LocalRedirect(Url.Content(Back));
        if (HttpMethods.IsGet(Request.Method))
            Version = cause.Version;
        Labels = await ListLabels.LoadAsync(Db, GroupList.CauseKind, GroupList.CauseOutcome);
        Fought = Unsealed(CauseWords.What, Id, cause.What) ?? "";
        return null;
    }
}
