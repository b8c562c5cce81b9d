using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.OpenReferral;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Connections.Directory;

/// <summary>A directory of somewhere else, brought in. Sent twice, it is brought in once.</summary>
[Needs(Permission.KeepPartners)]
public sealed class ImportModel(Viewer viewer, Texts texts, ServiceImport import) : PageModel
{
    private const long MostBytes = 10_000_000;

    public ServicesBrought? Brought { get; private set; }

    public string? Wrong { get; private set; }

    public async Task OnPostAsync()
    {
        var file = Request.Form.Files["File"];
        if (file is null || file.Length == 0)
            Wrong = texts["Please choose a file."];
        else if (file.Length > MostBytes)
            Wrong = texts["This file is too large."];
        else
            await BringAsync(file);
        if (Wrong is null)
            return;
        ModelState.AddModelError("File", Wrong);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private async Task BringAsync(IFormFile file)
    {
        try
        {
            await using var stream = file.OpenReadStream();
            Brought = await import.BringAsync(stream, viewer.Actor);
        }
        catch (SafeSpaceException wrong) when (wrong is not StoreBusyException)
        {
            Wrong = texts[wrong.Message];
        }
    }
}
