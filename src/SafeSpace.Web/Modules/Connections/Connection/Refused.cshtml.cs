using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Connection;

/// <summary>They said no, and why: it stands in the month's table of who is excluded where.</summary>
[Needs(Permission.LogContacts)]
public sealed class RefusedModel(DoorTools tools, ConnectionService connections) : ConnectionPage(tools)
{
    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Choice> Whys => Labels.Choices(GroupList.RefusedWhy);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        CheckChosen(nameof(Why), Why, Whys, needed: true);
        Check(nameof(Words), Words);
        return ModelState.IsValid ? Answer(await connections.RefuseAsync(Id, Version, Why ?? "", Words, Viewer.Actor), Back) : Mistaken();
    }
}
