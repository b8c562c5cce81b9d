using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.SeeRegister;

/// <summary>The register: the search box first, then plain filters, then a table that reads as cards on a phone.</summary>
[Needs(Permission.SeeRegister)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, PersonSearch search, PersonViews shown, GroupClock clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>open, stepped_down, closed, or empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Factor { get; set; }

    /// <summary>Only people whose open spell has no answered contact yet.</summary>
    [BindProperty(SupportsGet = true)]
    public bool NotContacted { get; set; }

    /// <summary>Only people whose case is open, to whom nothing is promised and whom no peer rings: nobody is forgotten between two peers.</summary>
    [BindProperty(SupportsGet = true)]
    public bool NothingPromised { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<PersonHit>? Hits { get; private set; }

    public RegisterRows Rows { get; private set; } = RegisterRows.None;

    public ListLabels Labels { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public IReadOnlyList<Choice> States =>
        [new("open", texts["open"]), new("stepped_down", texts["stepped down"]), new("closed", texts["closed"])];

    public IReadOnlyList<Choice> Teams => Labels.Choices(GroupList.ReferringTeam, Team ?? "");

    public IReadOnlyList<Choice> Factors => Labels.Choices(GroupList.Factor, Factor ?? "");

    public async Task OnGetAsync()
    {
        Labels = await ListLabels.LoadAsync(db, GroupList.ReferringTeam, GroupList.Factor);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            Hits = await search.FindAsync(Q, db.People);
            await shown.AsPageAsync("register", [.. Hits.Select(h => h.Id)]);
            return;
        }

        Rows = await RegisterRows.LoadAsync(db, new RegisterFilter(StateOf(State), Clean(Team), Clean(Factor), NotContacted, NothingPromised), RegisterCursor.Read(After));
        await shown.AsPageAsync("register", [.. Rows.People.Select(p => p.Id)]);
    }

    /// <summary>The same filters, the next page.</summary>
    public string NextPage() => "~/register" + QueryString.Create(
        new Dictionary<string, string?> { ["state"] = State, ["team"] = Team, ["factor"] = Factor, ["notContacted"] = NotContacted ? "true" : null, ["nothingPromised"] = NothingPromised ? "true" : null, ["after"] = Rows.Next }
            .Where(p => !string.IsNullOrEmpty(p.Value)));

    private static CaseState? StateOf(string? state) => state switch
    {
        "open" => CaseState.Open,
        "stepped_down" => CaseState.SteppedDown,
        "closed" => CaseState.Closed,
        _ => null,
    };

    private static string? Clean(string? code) => string.IsNullOrWhiteSpace(code) ? null : code;
}
