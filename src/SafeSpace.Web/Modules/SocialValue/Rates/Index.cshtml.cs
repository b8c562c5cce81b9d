using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Rates;

/// <summary>Agreed rates: from which day, who agreed, where it is written, in whose prices. One that was a mistake is taken back.</summary>
[Needs(Permission.KeepBooks)]
public sealed class IndexModel(GroupDb db, GroupClock clock, RateService rates, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int LongestText = 200;

    /// <summary>Component and level: "leadership/lead".</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? AgreedBy { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? PriceYear { get; set; }

    public IReadOnlyList<Rate> All { get; private set; } = [];

    public IReadOnlyList<RateFault> Faults { get; private set; } = [];

    public IReadOnlyList<Choice> Whats { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Levels { get; private set; } = new Dictionary<string, string>();

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        var what = Whats.Any(w => w.Value == What) ? What!.Split('/') : null;
        if (what is null)
            Wrong(nameof(What), "Choose what the rate is for.");
        if (MoneyText.Read(Amount, out var why) is not { } pence)
        {
            Wrong(nameof(Amount), why!);
            pence = 0;
        }

        if (From is null && ModelState[nameof(From)]?.Errors.Count is null or 0)
            Wrong(nameof(From), "From which day on?");
        if (Until < From)
            Wrong(nameof(Until), "This is before the day it begins.");
        foreach (var (field, text) in new[] { (nameof(AgreedBy), AgreedBy), (nameof(Source), Source), (nameof(PriceYear), PriceYear) })
            if (WrittenText.Check(field, text, LongestText) is not null)
                Wrong(field, "In at most 200 letters, please.");
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var component = ValueCells.ComponentOf(what![0]);
        var rate = new Rate
        {
            Id = NewId,
            Component = component,
            Level = what[1],
            Unit = RateService.UnitOf(component),
            Pence = pence,
            From = From!.Value,
            Until = Until,
            AgreedBy = Said(AgreedBy),
            Source = Said(Source),
            PriceYear = Said(PriceYear),
        };
        if (await rates.AgreeAsync(rate, viewer.Actor) == BookRefusal.None)
            return Saved();
        Wrong(nameof(From), "There is a rate for this from that day already. Take it back first, or choose another day.");
        return await AgainAsync(ShowAsync);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) => await rates.TakeBackAsync(id, viewer.Actor) == BookRefusal.None ? Saved() : NotFound();

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task ShowAsync()
    {
        All = (await db.Rates.AsNoTracking().Where(r => r.TakenBackAt == null).ToListAsync()).OrderBy(r => r.Component).ThenBy(r => r.Level, StringComparer.Ordinal).ThenByDescending(r => r.From).ToList();
        Faults = new RateBook(All).Faults(await ClosedMonths.AllAsync(db));
        Levels = await LevelNames.ReadAsync(db);
        var entries = await db.ListEntries.AsNoTracking().Where(e => e.RetiredAt == null).OrderBy(e => e.Position).ToListAsync();
        Whats =
        [
            .. from component in Enum.GetValues<ValueComponent>()
               from entry in entries
               where entry.List == RateService.LevelsOf(component)
               select new Choice($"{ValueCells.Of(component)}/{entry.Code}", $"{Texts[ValueWords.Component(component)]}: {entry.Label}"),
        ];
    }
}
