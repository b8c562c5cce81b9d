using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

/// <summary>What was owed came; or it did not, and we asked again.</summary>
[Needs(Permission.LogContacts)]
public sealed class CameModel(DoorTools tools, PassingBackService passing) : PassedPage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Row One { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid told) => await LoadAllAsync(told) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid told)
    {
        if (await LoadAllAsync(told) is { } answer)
            return answer;
        Check(nameof(What), What);
        if (Do == "again")
            return ReadDue() is { } due && ModelState.IsValid ? Answer(await passing.AskAgainAsync(told, Version, due, Viewer.Actor), Back) : Mistaken();
        if (string.IsNullOrWhiteSpace(What))
            ModelState.AddModelError(nameof(What), T["Please write what came."]);
        return ModelState.IsValid ? Answer(await passing.CameAsync(told, Version, What!, Viewer.Actor), Back) : Mistaken();
    }

    private async Task<IActionResult?> LoadAllAsync(Guid told)
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Told.FirstOrDefault(t => t.Told.Id == told) is not { } row)
            return NotFound();
        One = row;
        if (HttpMethods.IsGet(Request.Method))
            Version = row.Told.Version;
        return row.Came is null ? null : LocalRedirect(Url.Content(Back));
    }
}
