using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Makes a referral, and the factors the referrer named, of a row of a register.</summary>
internal sealed class ReferralRows(Unit unit, GroupWords words)
{
    /// <summary>Nobody wrote down the time: the middle of the day.</summary>
    public static readonly TimeOnly TimeUnknown = new(12, 0);

    /// <param name="order">The row's place among all rows of registers: on one day, the row written first counts first.</param>
    public (Referral Referral, IReadOnlyList<PersonFactor> Factors) Make(RegisterRow row, PersonId person, int order)
    {
        var id = ReferralId.New();
        var at = At(unit.Clock, row.ReferredOn, row.ReferredAt);
        var (factors, unkept) = FactorsOf(row, words);
        var referral = new Referral
        {
            Id = id,
            PersonId = person,
            Channel = Channel.Import,
            ReceivedAt = at,
            Day = row.ReferredOn,
            Order = OrderOf(row.ReferredOn, order),
            Team = words.Find(GroupList.ReferringTeam, row.Team),
            HowSoon = words.Find(GroupList.HowSoon, row.UrgencyAsTyped) ?? words.Find(GroupList.HowSoon, row.Urgency),
            HowSoonWords = unit.Seal(person, ReferralWords.HowSoonWords, id.Value, row.UrgencyAsTyped),
            ToldUs = unit.Seal(person, ReferralWords.ToldUs, id.Value, ToldUsOf(row, unkept, words)),
            Kind = ReferralKind.First,
            Outcome = ReferralOutcome.TakenOn,
            DecidedAt = row.ReferredAt is null ? null : at,
            Version = Ids.New(),
        };
        return (referral, [.. factors.Select(code => Factor(referral, code))]);
    }

    public static PersonFactor Factor(Referral referral, string code) => new()
    {
        Id = Ids.New(),
        PersonId = referral.PersonId,
        ReferralId = referral.Id.Value,
        Factor = code,
        SeenBy = SeenBy.Referrer,
        Day = referral.Day,
    };

    public static DateTime At(GroupClock clock, DateOnly day, TimeOnly? time) => clock.ToUtc(new LocalMoment(day, time ?? TimeUnknown));

    /// <summary>Ticks of the day and the row's place: before anything that was taken in here on that day.</summary>
    public static long OrderOf(DateOnly day, int order) => day.ToDateTime(TimeOnly.MinValue).Ticks + order;

    /// <summary>The codes of a row's factors, and words of it that can be no entry of a list.</summary>
    public static (IReadOnlyList<string> Codes, IReadOnlyList<string> Unkept) FactorsOf(RegisterRow row, GroupWords words)
    {
        var named = row.Factors.Concat(row.UnknownFactors).Select(name => (Name: name, Code: words.Find(GroupList.Factor, name))).ToList();
        return ([.. named.Select(n => n.Code).OfType<string>().Distinct()], [.. named.Where(n => n.Code is null).Select(n => n.Name)]);
    }

    /// <summary>The notes, and what stood in other columns for which there is no better place: nothing that was written is dropped.</summary>
    public static string? ToldUsOf(RegisterRow row, IReadOnlyList<string> unkeptFactors, GroupWords words)
    {
        var team = row.Team is not null && words.Find(GroupList.ReferringTeam, row.Team) is null ? $"Referring team: {row.Team}" : null;
        var factors = unkeptFactors.Count == 0 ? null : $"Factors: {string.Join(", ", unkeptFactors)}";
        var told = string.Join("\n", new[] { row.Notes, team, factors }.OfType<string>());
        return told.Length == 0 ? null : told;
    }
}
