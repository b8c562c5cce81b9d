using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Unmet;

/// <summary>What nobody could give to somebody we know.</summary>
[Needs(Permission.LogContacts)]
public sealed class OfModel(DoorTools tools, UnmetService unmet) : UnmetForm(tools)
{
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadNeedsAsync();
        return await FindLivingAsync("unmet") ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadNeedsAsync();
        if (await FindLivingAsync("unmet") is { } answer)
            return answer;
        return ReadNeed() is { } details ? Answer(await unmet.NoteAsync(NewId, Person.Id, details, Viewer.Actor), Path + "/doors") : Mistaken();
    }
}
