using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

[Needs(Permission.LogContacts)]
public sealed class DeadlineModel(DoorTools tools, AdvocacyService advocacy) : CausePage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? By { get; set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(What), What, "Please write what must be in.", WrittenText.Line);
        if (By is null && (!ModelState.TryGetValue(nameof(By), out var said) || said.Errors.Count == 0))
            ModelState.AddModelError(nameof(By), T["Please say which day."]);
        if (By < Clock.Today)
            ModelState.AddModelError(nameof(By), T["This day is over. Please pick today or later."]);
        return ModelState.IsValid ? Answer(await advocacy.DeadlineAsync(NewId, Id, What!, By!.Value, Viewer.Actor), Back) : Mistaken();
    }
}
