using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Asking;

/// <summary>What a member can give.</summary>
[Needs(Permission.LogContacts)]
public sealed class OfferModel(DoorTools tools, AskService asking) : DoorPage(tools)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(What), What, "Please write what is offered.");
        CheckChosen(nameof(Kind), Kind, Kinds, needed: false);
        return ModelState.IsValid ? Answer(await asking.OfferAsync(NewId, Person.Id, string.IsNullOrEmpty(Kind) ? null : Kind, What!, Viewer.Actor), "~/asks") : Mistaken();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Kinds = (await ListLabels.LoadAsync(Db, GroupList.SupportKind)).Choices(GroupList.SupportKind);
        return await FindLivingAsync("offer");
    }
}
