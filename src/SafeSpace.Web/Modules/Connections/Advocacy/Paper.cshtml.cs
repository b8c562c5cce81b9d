using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

/// <summary>A paper still missing is something to do, and stands with the others.</summary>
[Needs(Permission.LogContacts)]
public sealed class PaperModel(DoorTools tools, AdvocacyService advocacy) : CausePage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? By { get; set; }

    public override bool GoesOn => false;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        return ReadTask(nameof(What), What, nameof(By), By) is { } task ? Answer(await advocacy.PaperAsync(NewId, Id, task, Viewer.Actor), Back) : Mistaken();
    }
}
