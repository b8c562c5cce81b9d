using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Retention;

/// <param name="Since">The day its time is counted from.</param>
/// <param name="Held">A legal hold stands: it may not be erased.</param>
public sealed record DueForReview(Person Person, KindOfRecord Kind, DateOnly Since, bool Held);

/// <param name="Rule">Null while nobody agreed: then the proposal holds.</param>
public sealed record KeptFor(KindOfRecord Kind, int Months, RetentionRule? Rule);

/// <summary>How long records are kept, which are due for somebody to look at, and which must be kept. It erases nothing by itself.</summary>
public sealed class RetentionService(GroupStore store)
{
    public static async Task<IReadOnlyList<KeptFor>> RulesAsync(GroupDb db)
    {
        var rules = await db.RetentionRules.AsNoTracking().ToDictionaryAsync(r => r.Kind);
        return [.. Enum.GetValues<KindOfRecord>().Select(kind => new KeptFor(kind, rules.GetValueOrDefault(kind)?.Months ?? RetentionRule.Proposed(kind), rules.GetValueOrDefault(kind)))];
    }

    /// <exception cref="StaleVersionException">Somebody else agreed to something since.</exception>
    public Task AgreeAsync(KindOfRecord kind, int months, string by, DateOnly on, Guid? seen, Actor actor) =>
        store.Write("RetentionAgreed", actor, async unit =>
        {
            var rule = await unit.Db.RetentionRules.SingleOrDefaultAsync(r => r.Kind == kind);
            if (rule is null)
                unit.Db.RetentionRules.Add(rule = new RetentionRule { Id = Ids.New(), Kind = kind });
            else
                Unit.Expect(rule, seen ?? Guid.Empty);
            (rule.Months, rule.AgreedBy, rule.AgreedOn) = (months, by.Trim(), on);
        });

    /// <summary>The record must be kept. The same id twice is one hold.</summary>
    public Task HoldAsync(Guid id, PersonId person, string why, Actor by) =>
        store.Write("LegalHoldSet", by, async unit =>
        {
            await References.LockAsync(unit); // erasing asks whether there is a hold: on no node both at once
            if (await unit.Db.LegalHolds.AnyAsync(h => h.Id == id || (h.PersonId == person && h.EndedAt == null)))
                return;
            unit.Db.LegalHolds.Add(new LegalHold { Id = id, PersonId = person, SetAt = unit.Now, SetById = by.Id, SetByName = by.Name, Why = unit.Seal(person, RetentionSets.HoldWhy, id, why.Trim()) });
        });

    public Task EndHoldAsync(PersonId person, string? why, Actor by) =>
        store.Write("LegalHoldEnded", by, async unit =>
        {
            foreach (var hold in await unit.Db.LegalHolds.Where(h => h.PersonId == person && h.EndedAt == null).ToListAsync())
                (hold.EndedAt, hold.EndedByName) = (unit.Now, by.Name);
        }, why);

    public Task KeepLongerAsync(Guid id, PersonId person, DateOnly until, string why, Actor by) =>
        store.Write("RecordKeptLonger", by, async unit =>
        {
            if (await unit.Db.KeptLonger.FindAsync(id) is null)
                unit.Db.KeptLonger.Add(new KeptLonger { Id = id, PersonId = person, Until = until, At = unit.Now, ById = by.Id, ByName = by.Name, Why = unit.Seal(person, RetentionSets.KeptWhy, id, why.Trim()) });
        });

    /// <summary>Records whose time is up, and about which nobody has decided yet; the longest waiting first.</summary>
    public static async Task<IReadOnlyList<DueForReview>> DueAsync(GroupDb db, GroupClock clock, int most)
    {
        var due = new List<DueForReview>();
        foreach (var rule in await RulesAsync(db))
        {
            var people = await Of(db, clock, rule).AsNoTracking().OrderBy(p => p.AddedAt).Take(most).ToListAsync();
            var ids = people.ConvertAll(p => p.Id);
            var held = await db.LegalHolds.Where(h => ids.Contains(h.PersonId) && h.EndedAt == null).Select(h => h.PersonId).ToListAsync();
            foreach (var person in people)
                due.Add(new DueForReview(person, rule.Kind, await SinceAsync(db, clock, rule.Kind, person), held.Contains(person.Id)));
        }

        return [.. due.OrderBy(d => d.Since).Take(most)];
    }

    private static IQueryable<Person> Of(GroupDb db, GroupClock clock, KeptFor rule)
    {
        var today = clock.Today;
        var last = today.AddMonths(-rule.Months);
        var moment = clock.StartOf(last.AddDays(1));
        var (kept, contacts, cases, spells, referrals) = (db.KeptLonger, db.Contacts, db.Cases, db.Spells, db.Referrals);
        var people = db.People.Where(p => p.NamelessAt == null && !kept.Any(k => k.PersonId == p.Id && k.Until >= today));
        var quiet = people.Where(p => p.DiedAt == null && p.AddedAt < moment && !contacts.Any(c => c.PersonId == p.Id && c.Day > last));
        return rule.Kind switch
        {
            KindOfRecord.Died => people.Where(p => p.DiedAt != null && p.DiedAt < moment),
            KindOfRecord.ClosedCase => cases.Where(c => c.State == CaseState.Closed && c.OpenedOn <= last).Join(quiet, c => c.PersonId, p => p.Id, (_, p) => p).Where(p => !spells.Any(s => s.PersonId == p.Id && (s.ClosedOn == null || s.ClosedOn > last))),
            KindOfRecord.NeverTakenOn => quiet.Where(p => !cases.Any(c => c.PersonId == p.Id) && referrals.Any(r => r.PersonId == p.Id) && !referrals.Any(r => r.PersonId == p.Id && r.Day > last)),
            _ => quiet.Where(p => !cases.Any(c => c.PersonId == p.Id) && !referrals.Any(r => r.PersonId == p.Id)),
        };
    }

    private static async Task<DateOnly> SinceAsync(GroupDb db, GroupClock clock, KindOfRecord kind, Person person) => kind switch
    {
        KindOfRecord.Died => clock.DayOf(person.DiedAt!.Value),
        KindOfRecord.ClosedCase => await db.Spells.Where(s => s.PersonId == person.Id).MaxAsync(s => s.ClosedOn) ?? clock.DayOf(person.AddedAt),
        KindOfRecord.NeverTakenOn => await db.Referrals.Where(r => r.PersonId == person.Id).MaxAsync(r => r.Day),
        _ => clock.DayOf(person.AddedAt),
    };
}
