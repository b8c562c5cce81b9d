using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Unmet;

/// <summary>What nobody could give to a caller we do not know.</summary>
[Needs(Permission.LogContacts)]
public sealed class NewModel(DoorTools tools, UnmetService unmet) : UnmetForm(tools)
{
    public async Task OnGetAsync()
    {
        await LoadNeedsAsync();
        await Tools.Shown.AsPageAsync("unmet");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        return ReadNeed() is { } details ? Answer(await unmet.NoteAsync(NewId, null, details, Viewer.Actor), "~/unmet/new") : Mistaken();
    }
}
