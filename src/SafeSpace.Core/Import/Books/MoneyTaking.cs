using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Import.Books;

/// <summary>Agreed rates. Their levels are put on the group's lists.</summary>
internal sealed class RatesTaking : BookTaking
{
    private readonly List<Rate> all;
    private readonly Dictionary<(ValueComponent, string, DateOnly), long> rates;
    private readonly HashSet<(ValueComponent, string, RateFaultKind, DateOnly)> faults;

    private RatesTaking(List<Rate> all, GroupWords words, IReadOnlySet<Month> closed) : base(words, closed)
    {
        this.all = all;
        rates = all.GroupBy(r => (r.Component, r.Level, r.From)).ToDictionary(g => g.Key, g => g.First().Pence);
        faults = [.. new RateBook(all).Faults(closed).Select(KeyOf)];
    }

    public static async Task<RatesTaking> ReadAsync(GroupDb db, GroupWords words, IReadOnlySet<Month> closed) =>
        new(await db.Rates.AsNoTracking().Where(r => r.TakenBackAt == null).ToListAsync(), words, closed);

    public override bool Takes(BookEntryRow row) => row is RateRow;

    public override Taken Take(BookEntryRow row)
    {
        var rate = (RateRow)row;
        if (ValueCells.Find(rate.Component) is not { } component)
            return Taken.No(Refusals.UnknownComponent, $"“{rate.Component}” is none of leadership, peer support, centre use, membership, crisis support.");
        if (Words.Take(ListOf(component), rate.Level) is not { } level)
            return NotOnList(rate.Level);
        if (rates.TryGetValue((component, level, rate.From), out var pence))
            return pence == rate.Pence
                ? Taken.No(Refusals.InTheBookAlready, $"A rate from {rate.From:yyyy-MM-dd} is agreed already, and it is the same.")
                : Taken.No(Refusals.RateOverlap, $"A rate of {Rounding.Pounds(pence)} from {rate.From:yyyy-MM-dd} is agreed already. Take it back first, or write another day.");
        rates[(component, level, rate.From)] = rate.Pence;
        var agreed = new Rate
        {
            Id = Ids.New(),
            Component = component,
            Level = level,
            Unit = rate.Unit.Length > 0 ? rate.Unit : RateService.UnitOf(component),
            Pence = rate.Pence,
            From = rate.From,
            Until = rate.Until,
            AgreedBy = rate.AgreedBy,
            Source = rate.Source,
            PriceYear = rate.PriceYear,
        };
        all.Add(agreed);
        return new(agreed, Flag: FlagOf(rate));
    }

    /// <summary>A gap, an overlap or a closed month that came with this rate, in a sentence.</summary>
    private string? FlagOf(RateRow rate) => new RateBook(all).Faults(Closed).Where(f => faults.Add(KeyOf(f))).Select(f => f.Kind switch
    {
        RateFaultKind.Gap => $"{rate.Component}, {rate.Level}: from {f.From:yyyy-MM-dd} to {f.To:yyyy-MM-dd} no rate is agreed.",
        RateFaultKind.Overlap => $"{rate.Component}, {rate.Level}: from {f.From:yyyy-MM-dd} to {f.To:yyyy-MM-dd} two rates hold. The later one counts.",
        _ => $"{rate.Component}, {rate.Level}: it begins on {f.From:yyyy-MM-dd}, in a month that is closed. That month stands as it is.",
    }).FirstOrDefault();

    private static (ValueComponent, string, RateFaultKind, DateOnly) KeyOf(RateFault fault) => (fault.Rate.Component, fault.Rate.Level, fault.Kind, fault.From);

    public override Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left) => unit.InsertManyAsync([.. rows.Cast<Rate>()]);

    internal static GroupList ListOf(ValueComponent component) => RateService.LevelsOf(component);
}

/// <summary>Money that came in, by month.</summary>
internal sealed class IncomeTaking : BookTaking
{
    private readonly Dictionary<(Month, IncomeKind), long> income;

    private IncomeTaking(Dictionary<(Month, IncomeKind), long> income, GroupWords words, IReadOnlySet<Month> closed) : base(words, closed) => this.income = income;

    public static async Task<IncomeTaking> ReadAsync(GroupDb db, GroupWords words, IReadOnlySet<Month> closed) =>
        new((await db.Incomes.AsNoTracking().Where(i => i.TakenBackAt == null && i.From == null).ToListAsync()).GroupBy(i => (i.Month, i.Kind)).ToDictionary(g => g.Key, g => g.Sum(i => i.Pence)), words, closed);

    public override bool Takes(BookEntryRow row) => row is IncomeRow;

    public override Taken Take(BookEntryRow row)
    {
        var money = (IncomeRow)row;
        if (IfClosed(money.Month) is { } no)
            return no;
        var kind = money.IsStatutory ? IncomeKind.Statutory : IncomeKind.Other;
        if (income.TryGetValue((money.Month, kind), out var pence))
            return Taken.No(Refusals.InTheBookAlready, $"{money.Month} has £{Rounding.Pounds(pence)} of {money.Source} income already. Change it on the page if it is wrong.");
        income[(money.Month, kind)] = money.Pence;
        return new(new Income { Id = Ids.New(), Month = money.Month, Kind = kind, Pence = money.Pence });
    }

    public override Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left) => unit.InsertManyAsync([.. rows.Cast<Income>()]);
}
