using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Help;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>
/// What stands behind each figure, read from the rows themselves and not from what is kept: as many as the figure says,
/// or the report is wrong. Minutes are the sum of their calls' minutes; of "most calls of one person" the rows are that person's calls.
/// </summary>
public sealed class FigureRows(GroupDb db, GroupClock clock)
{
    public const string NoTeam = "-";

    public static readonly IReadOnlyList<string> Names =
    [
        "referrals", "new_people", "people", "people_to_date", "repeat", "double", "taken_on", "pointed_elsewhere", "not_now", "waiting",
        "waited", "answered", "not_yet_answered", "contacts", "calls", "call_minutes", "calls_without_minutes", "calls_without_person",
        "most_calls_one_person", "no_answer", "texts", "visits", "people_referred", "active_on", "calls_per_person",
        "factor_referrer", "factor_peers", "factor_gap", "anxiety_depression_alone", "anxiety_depression_plus",
        "help_items", "help_value", "help_people",
        "connections_asked", "connections_taken", "connections_refused", "connections_first_kept", "connections_ended",
    ];

    private static readonly ContactKind[] Calling = [.. Enum.GetValues<ContactKind>().Where(kind => kind.IsCall())];
    private static readonly ContactKind[] Visiting = [.. Enum.GetValues<ContactKind>().Where(kind => kind.IsVisit())];

    /// <summary>Null when there is no such figure, or nothing of that kind in it.</summary>
    public async Task<FigureSource?> FindAsync(FigureChoice choice)
    {
        var ((from, to, on), of) = (choice.Period, choice.Of);
        return choice.Figure switch
        {
            "referrals" => Of(Referrals(choice)),
            "new_people" => Of(Referrals(choice).Where(r => r.Kind == ReferralKind.First)),
            "people" => Of(FactorRows.FirstReferrals(db, to.LastDay)),
            "people_to_date" => Of(FactorRows.FirstReferrals(db, on)),
            "repeat" => Of(Referrals(choice).Where(r => r.Kind == ReferralKind.Repeat)),
            "double" => Of(Referrals(choice).Where(r => r.Kind == ReferralKind.Double)),
            "taken_on" => Of(Came(choice, ReferralOutcome.TakenOn)),
            "pointed_elsewhere" => Of(Came(choice, ReferralOutcome.PointedElsewhere)),
            "not_now" => Of(Came(choice, ReferralOutcome.NotNow)),
            "waiting" => Of(Came(choice, ReferralOutcome.Waiting)),
            "waited" => Of(Waits.Base(db, from, to)),
            "answered" => Of(Waits.Answered(db, from, to)),
            "not_yet_answered" => Of(Waits.NotYetAnswered(db, from, to)),
            "contacts" when of is null => Of(Contacts(from, to)),
            "contacts" when KindNames.Parse(of) is { } kind => Of(Contacts(from, to).Where(c => c.Kind == kind)),
            "calls" or "call_minutes" => Of(Calls(from, to)),
            "calls_without_minutes" => Of(Calls(from, to).Where(c => c.Minutes == null)),
            "calls_without_person" => Of(Calls(from, to).Where(c => c.PersonId == null)),
            "most_calls_one_person" => await MostCallsAsync(from, to),
            "no_answer" => Of(Contacts(from, to).Where(c => c.Kind == ContactKind.NoAnswer)),
            "texts" => Of(Contacts(from, to).Where(c => c.Kind == ContactKind.Text)),
            "visits" => Of(Contacts(from, to).Where(c => Visiting.Contains(c.Kind))),
            "people_referred" => await ReferredAsync(from, to, of),
            "active_on" => People(db.Spells.Where(s => s.OpenedOn <= on && (s.ClosedOn == null || s.ClosedOn > on)).Select(s => s.PersonId)),
            "calls_per_person" => CallsOfPeopleIn(from, to, of),
            "factor_referrer" when of is not null => People(FactorRows.ByReferrer(db, on).Where(f => f.Factor == of).Select(f => f.PersonId)),
            "factor_peers" when of is not null => People(FactorRows.ByPeers(db, on).Where(f => f.Factor == of).Select(f => f.PersonId)),
            "factor_gap" when of is not null => People(FactorRows.Gap(db, on).Where(f => f.Factor == of).Select(f => f.PersonId)),
            "anxiety_depression_alone" => People(Anxious(on).Where(id => !WithOther(on).Contains(id))),
            "anxiety_depression_plus" => People(Anxious(on).Where(id => WithOther(on).Contains(id))),
            "help_items" or "help_value" => new(Help: Help(from, to, of)),
            "help_people" => People(Help(from, to, of).Select(h => h.PersonId)),
            "connections_asked" => Of(ConnectionRows.Asked(db, from, to)),
            "connections_taken" => Of(ConnectionRows.Taken(db, from, to)),
            "connections_refused" => Of(ConnectionRows.Refused(db, from, to).Where(c => of == null || c.RefusedWhy == of)),
            "connections_first_kept" => Of(ConnectionRows.FirstKept(db, from, to)),
            "connections_ended" => Of(ConnectionRows.Ended(db, from, to).Where(c => of == null || c.Outcome == of)),
            _ => null,
        };
    }

    private IQueryable<HelpGiven> Help(Month from, Month to, string? item) => HelpCounts.Of(db, from, to).Where(h => item == null || h.Item == item);
    private static FigureSource Of(IQueryable<Connection> connections) => new(Connections: connections);

    private static FigureSource Of(IQueryable<Referral> referrals) => new(Referrals: referrals);

    private static FigureSource Of(IQueryable<Contact> contacts) => new(Contacts: contacts);

    private FigureSource People(IQueryable<PersonId> ids) => new(People: db.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id)));

    private IQueryable<Referral> Referrals(FigureChoice choice)
    {
        var (first, last) = (choice.Period.From.FirstDay, choice.Period.To.LastDay);
        var team = choice.Of == NoTeam ? null : choice.Of;
        var all = db.Referrals.AsNoTracking().Where(r => r.Day >= first && r.Day <= last);
        return choice.Of is null ? all : all.Where(r => r.Team == team);
    }

    private IQueryable<Referral> Came(FigureChoice choice, ReferralOutcome outcome) => Referrals(choice).Where(r => r.Outcome == outcome);

    /// <summary>By day, as figures are; by moment too, because that is what the index has.</summary>
    private IQueryable<Contact> Contacts(Month from, Month to)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        var (after, before) = (clock.StartOf(first.AddDays(-1)), clock.StartOf(last.AddDays(2)));
        return db.Contacts.AsNoTracking().Where(c => c.CorrectedById == null && c.At >= after && c.At < before && c.Day >= first && c.Day <= last);
    }

    private IQueryable<Contact> Calls(Month from, Month to) => Contacts(from, to).Where(c => Calling.Contains(c.Kind));

    private async Task<FigureSource> MostCallsAsync(Month from, Month to)
    {
        var most = await db.PersonMonths.Where(m => m.Month >= from && m.Month <= to)
            .GroupBy(m => m.PersonId).Select(g => new { g.Key, Calls = g.Sum(m => m.Calls) })
            .Where(p => p.Calls > 0).OrderByDescending(p => p.Calls).ThenBy(p => p.Key).FirstOrDefaultAsync();
        return Of(Calls(from, to).Where(c => most != null && c.PersonId == most.Key));
    }

    private async Task<FigureSource> ReferredAsync(Month from, Month to, string? gender)
    {
        var people = PeopleCounts.Referred(db, from, to);
        if (gender is null)
            return new(People: people);
        var spellings = await PeopleCounts.SpellingsAsync(db, from, to, gender);
        return new(People: people.Where(p => spellings.Contains(p.Gender)));
    }

    private FigureSource? CallsOfPeopleIn(Month from, Month to, string? band)
    {
        var (least, most) = (1, int.MaxValue);
        if (band is not null && CallsOfPeople.Bands.FirstOrDefault(b => NameOf(b.From, b.To) == band) is var found)
        {
            if (found.From == 0)
                return null;
            (least, most) = (found.From, found.To ?? int.MaxValue);
        }

        return People(db.PersonMonths.Where(m => m.Month >= from && m.Month <= to)
            .GroupBy(m => m.PersonId).Where(g => g.Sum(m => m.Calls) >= least && g.Sum(m => m.Calls) <= most).Select(g => g.Key));
    }

    /// <summary>A band's name in an address: "2-4", "50-".</summary>
    public static string NameOf(int from, int? to) => $"{from}-{to}";

    private IQueryable<PersonId> Anxious(DateOnly on) => FactorRows.ByReferrer(db, on).Where(f => f.Factor == FactorNames.AnxietyDepression).Select(f => f.PersonId);

    private IQueryable<PersonId> WithOther(DateOnly on) => FactorRows.ByReferrer(db, on).Where(f => f.Factor != FactorNames.AnxietyDepression).Select(f => f.PersonId);
}
