using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Counselling;

[Needs(Permission.KeepCounselling)]
public sealed class NewModel(DoorTools tools, CounsellingService counselling) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string[] Student { get; set; } = ["yes"];

    [BindProperty]
    public string? Account { get; set; }

    public IReadOnlyList<Choice> Students => [new("yes", tools.Texts["They are a student"])];

    public IReadOnlyList<Choice> Accounts { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), tools.Texts["Please write their name."]);
        if (WrittenText.Check(nameof(Name), Name, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(nameof(Name), tools.Texts[mistake.Sentence, [.. mistake.Values]]);
        if (!string.IsNullOrEmpty(Account) && Accounts.All(a => a.Value != Account))
            ModelState.AddModelError(nameof(Account), tools.Texts["Please choose somebody from the list."]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await counselling.AddAsync(FormId == Guid.Empty ? Ids.New() : FormId, Name!, HttpContext.Request.Form["Student"].Contains("yes"), Guid.TryParse(Account, out var account) ? new UserId(account) : null, tools.Viewer.Actor);
        this.MarkSaved(tools.Clock.Now);
        return LocalRedirect(Url.Content("~/counselling"));
    }

    private async Task LoadAsync() => Accounts =
        [.. (await tools.Db.Users.AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync()).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
}
