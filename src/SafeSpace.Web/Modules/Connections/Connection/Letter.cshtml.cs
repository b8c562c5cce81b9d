using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>What was sent, to print.</summary>
[Needs(Permission.LogContacts)]
public sealed class LetterModel(DoorTools tools) : ConnectionPage(tools)
{
    public string Words { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync(open: false) is { } answer)
            return answer;
        if (Unsealed(ConnectionWords.Sent, Id, Connection.SentWords) is not { } words)
            return LocalRedirect(Url.Content(Back));
        Words = words;
        return Page();
    }
}
