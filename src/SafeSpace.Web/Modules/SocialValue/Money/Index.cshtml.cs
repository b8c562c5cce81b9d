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
    private const int Shown = 200;
    private const int LongestText = 100;

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public IncomeKind? Kind { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Funder { get; set; }

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
        All = await db.Incomes.AsNoTracking().Where(i => i.TakenBackAt == null).OrderByDescending(i => i.Month).ThenBy(i => i.Kind).Take(Shown).ToListAsync();
        Months = MonthsBack(Core.Shared.Month.TryParse(Month, out var month) ? month : null);
    }
}
