using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>Agreed rates. A new rate never changes the past: closed months keep the figures they were closed with.</summary>
public sealed class RateService(GroupStore store)
{
    public static GroupList LevelsOf(ValueComponent component) => component switch
    {
        ValueComponent.Leadership => GroupList.LeaderLevel,
        ValueComponent.PeerSupport => GroupList.SupportLevel,
        ValueComponent.CentreUse => GroupList.CentreSession,
        ValueComponent.Membership => GroupList.MemberNetwork,
        _ => GroupList.CrisisKind,
    };

    public static string UnitOf(ValueComponent component) => component switch
    {
        ValueComponent.Leadership => "hour",
        ValueComponent.PeerSupport => "supporter-month",
        ValueComponent.CentreUse => "use",
        ValueComponent.Membership => "member-month",
        _ => "crisis",
    };

    /// <summary>Two rates of one level from one day are refused.</summary>
    public Task<BookRefusal> AgreeAsync(Rate rate, Actor by) => store.Write("RateAgreed", by, async unit =>
    {
        if (await unit.Db.Rates.AnyAsync(r => r.Id == rate.Id))
            return BookRefusal.None;
        if (await unit.Db.Rates.AnyAsync(r => r.Component == rate.Component && r.Level == rate.Level && r.From == rate.From && r.TakenBackAt == null))
            return BookRefusal.Twice;
        unit.Db.Rates.Add(rate);
        return BookRefusal.None;
    });

    public Task<BookRefusal> TakeBackAsync(Guid id, Actor by) => store.Write("RateTakenBack", by, async unit =>
    {
        if (await unit.Db.Rates.FindAsync(id) is not { } rate)
            return BookRefusal.NotThere;
        rate.TakenBackAt ??= unit.Now;
        return BookRefusal.None;
    });

    public Task<BookRefusal> IncomeAsync(Income income, Actor by) => store.Write("IncomeNoted", by, async unit =>
    {
        if (await unit.Db.Incomes.AnyAsync(i => i.Id == income.Id))
            return BookRefusal.None;
        if (await ClosedMonths.IsClosedAsync(unit.Db, income.Month))
            return BookRefusal.MonthClosed;
        unit.Db.Incomes.Add(income);
        return BookRefusal.None;
    });

    public Task<BookRefusal> TakeIncomeBackAsync(Guid id, Actor by) => store.Write("IncomeTakenBack", by, async unit =>
    {
        if (await unit.Db.Incomes.FindAsync(id) is not { } income)
            return BookRefusal.NotThere;
        if (await ClosedMonths.IsClosedAsync(unit.Db, income.Month))
            return BookRefusal.MonthClosed;
        income.TakenBackAt ??= unit.Now;
        return BookRefusal.None;
    });
}
