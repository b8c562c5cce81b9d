using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Shared.Look;

/// <summary>Every component on one page, for whoever builds pages. Only in Development; elsewhere it does not exist. Nobody here is real.</summary>
[AllowAnonymous]
public sealed class IndexModel(IWebHostEnvironment environment, GroupLook look, GroupClock clock) : PageModel
{
    [BindProperty]
    public string? Surname { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public DateOnly? Born { get; set; }

    [BindProperty]
    public LocalMoment? When { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string[] Factors { get; set; } = [];

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    [ModelBinder(typeof(MinutesModelBinder))]
    public int? Minutes { get; set; }

    [BindProperty]
    public int? Tries { get; set; }

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    public IReadOnlyList<Choice> Kinds { get; } =
        [new("RangOut", "Rang out"), new("RangUs", "Rang us"), new("NoAnswer", "No answer"), new("Text", "Text"), new("Visit", "Visit")];

    public IReadOnlyList<Choice> FactorList { get; } =
        [new("Money", "Money", "debts, benefits, no food"), new("Housing", "Housing"), new("Loneliness", "Loneliness")];

    public IReadOnlyList<Choice> Teams { get; } = [new("crisis", "Crisis team"), new("home", "Home treatment"), new("lounge", "Recovery lounge")];

    public ChartData ByTeam { get; } = new(
        "Referrals by team", "The crisis team refers most.", ["Crisis team", "Home treatment", "Hospital liaison", "Recovery lounge"],
        [new("Referrals", [212, 94, 61, 8])], "Team");

    public ChartData Gap { get; } = new(
        "What the referrer wrote, and what peers heard", "Peers hear of money and housing three times as often.",
        ["Money", "Housing", "Loneliness", "Bereavement"],
        [new("Referrer", [21, 17, 40, null]), new("Peers", [64, 55, 83, 12])], "Factor");

    public ChartData ByMonth { get; } = new(
        "Calls and visits by month", "Calls doubled from January to June and stayed high.",
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec, part"],
        [new("Calls", [310, 342, 401, 455, 560, 702, 688, 650, 671, null, 699, 240]), new("Visits", [40, 38, 51, 60, 72, 81, 77, 70, 69, 75, 80, 31])],
        "Month");

    public DateTime Now => clock.Now;

    public DateOnly Today => clock.Today;

    public IActionResult OnGet() => environment.IsDevelopment() ? Shown() : NotFound();

    public IActionResult OnPost()
    {
        if (!environment.IsDevelopment()) return NotFound();
        if (Minutes is < 0) ModelState.AddModelError(nameof(Minutes), "A call cannot be shorter than nothing. Please look at the minutes.");
        if (ModelState.IsValid)
        {
            this.MarkSaved(clock.Now);
            return RedirectToPage();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Shown();
    }

    private PageResult Shown()
    {
        if (look.Nav.Count == 0)
        {
            foreach (var item in new NavItem[] { new("My people", "~/look"), new("Log", "~/log"), new("Desk", "~/desk"), new("Me", "~/me") }) look.Nav.Add(item);
        }

        return Page();
    }
}
