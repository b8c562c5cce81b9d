using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

/// <summary>A page of something that was passed back.</summary>
public abstract class PassedPage(DoorTools tools) : ToldPage(tools)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PassedBack Passed { get; private set; } = null!;

    public IReadOnlyList<Row> Told { get; private set; } = [];

    public string Back => $"~/passed-back/{Id}";

    protected async Task<IActionResult?> LoadAsync(bool open = true)
    {
        if (await Db.PassedBack.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } passed)
            return NotFound();
        if (await FindLivingAsync("passed-back", passed.PersonId) is { } answer)
            return answer;
        Passed = passed;
        if (open && passed.ClosedAt is not null)
            return LocalRedirect(Url.Content(Back));
        if (HttpMethods.IsGet(Request.Method))
            Version = passed.Version;
        Told = [.. (await Db.PassedBackTold.AsNoTracking().Where(t => t.PassedBackId == Id).OrderBy(t => t.ToldAt).ToListAsync()).Select(t => new Row(
            t, Unsealed(PassedBackWords.Whom, t.Id, t.Whom) ?? "", Unsealed(PassedBackWords.Owes, t.Id, t.Owes) ?? "", Unsealed(PassedBackWords.Came, t.Id, t.Came), t.CameAt is null && t.DueAt < Clock.Now))];
        return null;
    }

    public sealed record Row(PassedBackTold Told, string Whom, string Owes, string? Came, bool Late);
}
