using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

[Needs(Permission.LogContacts)]
public sealed class NewModel(DoorTools tools, AdvocacyService advocacy) : DoorPage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    public override bool GoesOn => false;

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(What), What, "Please write what we fight for. A line is enough.");
        CheckChosen(nameof(Kind), Kind, Kinds, needed: false);
        if (ReadNext() is not { } next || !ModelState.IsValid)
            return Mistaken();
        var id = NewId;
        return Answer(await advocacy.BeginAsync(id, Person.Id, string.IsNullOrEmpty(Kind) ? null : Kind, What!, next, Viewer.Actor), $"~/advocacy/{id}");
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Kinds = (await ListLabels.LoadAsync(Db, GroupList.CauseKind)).Choices(GroupList.CauseKind);
        return await FindLivingAsync("advocacy");
    }
}
