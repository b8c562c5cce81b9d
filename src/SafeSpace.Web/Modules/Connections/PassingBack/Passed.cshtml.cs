using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

/// <summary>What was passed back: who owes us what, until it is closed.</summary>
[Needs(Permission.SeePeople)]
public sealed class PassedModel(DoorTools tools, PassingBackService passing) : PassedPage(tools)
{
    public string? What { get; private set; }

    public string? Outcome { get; private set; }

    public string? Next { get; private set; }

    public bool Logs => Viewer.May(Permission.LogContacts);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync(open: false) is { } answer)
            return answer;
        (What, Outcome, Next) = (Unsealed(PassedBackWords.What, Id, Passed.What), Unsealed(PassedBackWords.Outcome, Id, Passed.Outcome), await NextWordsAsync(Id));
        return Page();
    }

    /// <summary>It goes on after all.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        await LoadAsync(open: false) is { } answer ? answer : !Logs ? NotFound() : Answer(await passing.OpenAgainAsync(Id, Version, Viewer.Actor), Back);
}
