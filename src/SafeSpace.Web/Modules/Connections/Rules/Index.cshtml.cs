using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Rules;

/// <summary>Whose bank holidays a group keeps, how many working days it gives itself, and whether it publishes its directory.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(DoorTools tools, CounsellingService counselling) : PageModel
{
    private const int MostDays = 30;

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public Nation Nation { get; set; }

    [BindProperty]
    public string? WorkingDays { get; set; }

    [BindProperty]
    public string[] Publishes { get; set; } = [];

    public int KnownUntil => BankHolidays.KnownUntil(Nation);

    public string Feed => Url.Content("~/open-referral/services");

    public IReadOnlyList<Choice> Nations =>
        [new(nameof(Nation.EnglandAndWales), tools.Texts["England and Wales"]), new(nameof(Nation.Scotland), tools.Texts["Scotland"]), new(nameof(Nation.NorthernIreland), tools.Texts["Northern Ireland"])];

    public IReadOnlyList<Choice> Publishing => [new("yes", tools.Texts["Yes, publish them"])];

    public async Task OnGetAsync()
    {
        var rules = await CounsellingClock.RulesAsync(tools.Db);
        (Version, Nation, WorkingDays, Publishes) = (rules.Version, rules.Nation, rules.WorkingDays.ToString(CultureInfo.InvariantCulture), rules.Publishes ? ["yes"] : []);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Enum.IsDefined(Nation))
            ModelState.AddModelError(nameof(Nation), tools.Texts["Please choose one of these."]);
        if (!int.TryParse(WorkingDays?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MostDays)
            ModelState.AddModelError(nameof(WorkingDays), tools.Texts["Please write a number from 1 to {0}.", MostDays]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await counselling.DecideAsync(Nation, days, Publishes.Contains("yes"), Version, tools.Viewer.Actor);
        this.MarkSaved(tools.Clock.Now);
        return LocalRedirect(Url.Content("~/group/connections"));
    }
}
