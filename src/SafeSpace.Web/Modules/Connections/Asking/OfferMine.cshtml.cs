using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Asking;

/// <summary>What a colleague can give, beside their shifts.</summary>
[Needs(Permission.LogContacts)]
public sealed class OfferMineModel(DoorTools tools, AskService asking) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (string.IsNullOrWhiteSpace(What))
            ModelState.AddModelError(nameof(What), tools.Texts["Please write what is offered."]);
        if (WrittenText.Check(nameof(What), What, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(nameof(What), tools.Texts[mistake.Sentence, [.. mistake.Values]]);
        if (!string.IsNullOrEmpty(Kind) && Kinds.All(k => k.Value != Kind))
            ModelState.AddModelError(nameof(Kind), tools.Texts["Please choose one of these."]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await asking.OfferAsync(FormId == Guid.Empty ? Ids.New() : FormId, null, string.IsNullOrEmpty(Kind) ? null : Kind, What!, tools.Viewer.Actor);
        this.MarkSaved(tools.Clock.Now);
        return LocalRedirect(Url.Content("~/asks"));
    }

    private async Task LoadAsync() => Kinds = (await ListLabels.LoadAsync(tools.Db, GroupList.SupportKind)).Choices(GroupList.SupportKind);
}
