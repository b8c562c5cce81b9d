using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Money;

/// <summary>Money that came in, month by month.</summary>
[Needs(Permission.KeepBooks)]
public sealed class IndexModel(GroupDb db, GroupClock clock, RateService rates, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int MonthsOnAPage = 24;
    private const int LongestText = 100;

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public IncomeKind? Kind { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Funder { get; set; }

    /// <summary>The earliest month of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>The page after this one begins before this month; null for the last.</summary>
    public Month? Earlier { get; private set; }

    public IReadOnlyList<Income> All { get; private set; } = [];

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [new("Statutory", Texts["Statutory: the council, the health service"]), new("Other", Texts["Other: grants, gifts, what we earn"])];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Core.Shared.Month.TryParse(Month, out var month) || month.FirstDay > Clock.Today)
            Wrong(nameof(Month), "Choose a month.");
        if (Kind is null)
            Wrong(nameof(Kind), "Say which it is.");
        if (MoneyText.Read(Amount, out var why) is not { } pence)
        {
            Wrong(nameof(Amount), why!);
            pence = 0;
        }

        if (WrittenText.Check(nameof(Funder), Funder, LongestText) is not null)
            Wrong(nameof(Funder), "In at most 100 letters, please.");
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var income = new Income { Id = NewId, Month = month, Kind = Kind!.Value, Pence = pence, From = string.IsNullOrWhiteSpace(Funder) ? null : Funder.Trim() };
        return await AnswerAsync(await rates.IncomeAsync(income, viewer.Actor), nameof(Month), ShowAsync);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) => await AnswerAsync(await rates.TakeIncomeBackAsync(id, viewer.Actor), nameof(Month), ShowAsync);

    private async Task ShowAsync()
    {
        var all = db.Incomes.AsNoTracking().Where(i => i.TakenBackAt == null);
        var first = await all.MinAsync(i => (Month?)i.Month);
        if (Core.Shared.Month.TryParse(Before, out var before))
            all = all.Where(i => i.Month < before);
        var months = await all.Select(i => i.Month).Distinct().OrderByDescending(m => m).Take(MonthsOnAPage).ToListAsync();
        var last = months.Count == 0 ? default : months[^1];
        Earlier = months.Count == MonthsOnAPage && first < last ? last : null;
        All = months.Count == 0 ? [] : await all.Where(i => i.Month >= last).OrderByDescending(i => i.Month).ThenBy(i => i.Kind).ThenBy(i => i.Id).ToListAsync();
        Months = MonthsBack(Core.Shared.Month.TryParse(Month, out var month) ? month : null, first);
    }
}
