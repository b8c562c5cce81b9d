using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Schemes;

/// <summary>The rules of one voucher, each from its day on.</summary>
[Needs(Permission.KeepHelp)]
public sealed class OneModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, VoucherService vouchers) : HelpPage(clock, texts)
{
    private const int MostMonths = 60;

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Most { get; set; }

    [BindProperty]
    public string? Months { get; set; }

    [BindProperty]
    public string? Weekdays { get; set; }

    [BindProperty]
    public string? Saturday { get; set; }

    [BindProperty]
    public string? Sunday { get; set; }

    [BindProperty]
    public string? Summer { get; set; }

    [BindProperty]
    public string? Winter { get; set; }

    [BindProperty]
    public int WinterFrom { get; set; } = 10;

    [BindProperty]
    public int WinterUntil { get; set; } = 3;

    [BindProperty]
    public string? GoodFor { get; set; }

    public VoucherScheme Scheme { get; private set; } = null!;

    public IReadOnlyList<VoucherRule> Rules { get; private set; } = [];

    public IReadOnlyList<Choice> MonthNames => [.. Enumerable.Range(1, 12).Select(m => new Choice(m.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(m)))];

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (From is null && ModelState[nameof(From)]?.Errors.Count is null or 0)
            Wrong(nameof(From), "From which day on?");
        var (most, months) = (Number(nameof(Most), Most, most: 1000), Number(nameof(Months), Months, most: MostMonths));
        var cutOffs = string.Join(',', [.. Enumerable.Repeat(Minutes(nameof(Weekdays), Weekdays), 5), Minutes(nameof(Saturday), Saturday), Minutes(nameof(Sunday), Sunday)]);
        if (cutOffs.All(c => c == ','))
            Wrong(nameof(Weekdays), "On at least one day vouchers must be given.");
        var summer = Pence(nameof(Summer), Summer);
        var winter = string.IsNullOrWhiteSpace(Winter) ? summer : Pence(nameof(Winter), Winter);
        if (WinterFrom is < 1 or > 12 || WinterUntil is < 1 or > 12)
            Wrong(nameof(WinterFrom), "Please choose from the list.");
        var good = string.IsNullOrWhiteSpace(GoodFor) ? (int?)null : Number(nameof(GoodFor), GoodFor, most: 3650);
        if (!ModelState.IsValid)
            return Again();
        await vouchers.AddRuleAsync(NewId, id, new RuleDetails(From!.Value, most, months, cutOffs, summer, winter, WinterFrom, WinterUntil, good), viewer.Actor);
        return Saved($"~/help/schemes/{id}");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, Guid rule) =>
        await LoadAsync(id) && Rules.Any(r => r.Id == rule) && await vouchers.TakeRuleBackAsync(rule, viewer.Actor) ? Saved($"~/help/schemes/{id}") : NotFound();

    public async Task<IActionResult> OnPostEndAsync(Guid id, bool ended) => await vouchers.EndAsync(id, ended, viewer.Actor) ? Saved($"~/help/schemes/{id}") : NotFound();

    public string CutOffs(VoucherRule rule)
    {
        // Any Monday: the first of its days of the week stands for all five.
        var monday = new DateOnly(2024, 1, 1);
        string On(int day) => VoucherAnswer.CutOff(rule, monday.AddDays(day)) is { } time ? T["until {0}", VoucherWords.At(time)] : T["none"];
        return T["Monday to Friday {0}, Saturday {1}, Sunday {2}", On(0), On(5), On(6)];
    }

    /// <summary>Minutes of the day, or nothing for a day without vouchers.</summary>
    private string Minutes(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return "";
        if (TimeText.TryParse(typed, out var time))
            return ((time.Hour * 60) + time.Minute).ToString(CultureInfo.InvariantCulture);
        Wrong(field, "Please write a time like 15:30.");
        return "";
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.VoucherSchemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } scheme)
            return false;
        Scheme = scheme;
        Rules = await db.VoucherRules.AsNoTracking().Where(r => r.SchemeId == id && r.TakenBackAt == null).OrderByDescending(r => r.From).ThenByDescending(r => r.Id).ToListAsync();
        return true;
    }
}
