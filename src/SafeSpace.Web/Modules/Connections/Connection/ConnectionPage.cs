using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>A page of one connection.</summary>
public abstract class ConnectionPage(DoorTools tools) : DoorPage(tools)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Core.Connections.Connection Connection { get; private set; } = null!;

    public Partner? Partner { get; private set; }

    public ListLabels Labels { get; private set; } = null!;

    public string Back => $"~/connections/{Id}";

    public string What { get; private set; } = "";

    protected async Task<IActionResult?> LoadAsync(bool open = true)
    {
        if (await Db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id) is not { } connection)
            return NotFound();
        if (await FindLivingAsync("connection", connection.PersonId) is { } answer)
            return answer;
        Connection = connection;
        if (open && !connection.IsOpen)
            return LocalRedirect(Url.Content(Back));
        if (HttpMethods.IsGet(Request.Method))
            Version = connection.Version;
        Partner = connection.PartnerId is { } partner ? await Db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == partner) : null;
        Labels = await ListLabels.LoadAsync(Db, GroupList.PartnerKind, GroupList.RefusedWhy, GroupList.ConnectionOutcome, GroupList.LateWhy);
        What = Unsealed(ConnectionWords.What, Id, connection.What) ?? "";
        return null;
    }
}
