using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Asking;

[Needs(Permission.LogContacts)]
public sealed class NewModel(DoorTools tools, AskService asking) : DoorPage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public DateOnly? WantedOn { get; set; }

    public override bool GoesOn => false;

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(What), What, "Please write what they ask for.");
        CheckChosen(nameof(Kind), Kind, Kinds, needed: false);
        if (WantedOn < Clock.Today)
            ModelState.AddModelError(nameof(WantedOn), T["This day is over. Please pick today or later."]);
        if (ReadNext() is not { } next || !ModelState.IsValid)
            return Mistaken();
        var id = NewId;
        return Answer(await asking.AskAsync(id, Person.Id, string.IsNullOrEmpty(Kind) ? null : Kind, What!, WantedOn, next, Viewer.Actor), $"~/asks/{id}");
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Kinds = (await ListLabels.LoadAsync(Db, GroupList.SupportKind)).Choices(GroupList.SupportKind);
        return await FindLivingAsync("ask");
    }
}
