using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

/// <summary>A referral as it was saved.</summary>
/// <param name="Again">The same form had come before: nothing was changed.</param>
public sealed record Referred(ReferralId Id, PersonId Person, string Reference, ReferralKind Kind, ReferralOutcome Outcome, bool Again);

/// <summary>Takes referrals, and what is decided on them. What was wrong with the words is found before, by <see cref="ReferralRules"/>.</summary>
public sealed class ReferralService(GroupStore store)
{
    /// <summary>Saves a referral, the person if they are new, and the case that it opens or reopens.</summary>
    /// <param name="id">From the form: the same one twice makes one referral.</param>
    /// <returns>What was saved; null when the person who is said to be known is not in the register, or has died.</returns>
    public Task<Referred?> ReferAsync(ReferralId id, ReferralDetails details, Actor by) => store.Write<Referred?>("PersonReferred", by, async unit =>
    {
        if (await WithId.AskAsync(unit.Db, id) is { } before)
            return Said(before, (await unit.Db.PeopleWithMerged.FindAsync(before.PersonId))!, again: true);
        if (await WhoAsync(unit, details) is not { } person)
            return null;
        var isNew = details.Known is null;
        var referral = Make(unit, id, person, details);
        if (!isNew)
            await PlaceAsync(unit, referral);
        unit.Db.Referrals.Add(referral);
        AddFactors(unit, referral, details.FromReferrer, SeenBy.Referrer);
        AddFactors(unit, referral, details.FromPeers, SeenBy.Peers);
        foreach (var (place, owed) in details.Owed.Where(o => !string.IsNullOrWhiteSpace(o)).Index())
            Owe(unit, referral, owed, place: place);
        if (isNew)
            Recount.OfNew(unit, referral);
        else
            await Recount.OfAsync(unit, person.Id);
        if (details.Decision is { } decision)
        {
            await unit.Db.SaveChangesAsync();
            await Deciding.ApplyAsync(unit, referral, decision);
        }

        return Said(referral, person, again: false);
    });

    private static readonly Question<ReferralId, Referral?> WithId = new((db, id) => db.Set<Referral>().SingleOrDefault(r => r.Id == id));

    /// <summary>Decides a referral, once; or changes the decision, when it says why.</summary>
    /// <param name="seen">The version the decision was made on; null where a decision made already is answer enough.</param>
    /// <exception cref="StaleVersionException">Somebody changed the referral meanwhile.</exception>
    public Task<DecideOutcome> DecideAsync(ReferralId id, Guid? seen, DecisionDetails decision, Actor by) =>
        store.Write("ReferralDecided", by, async unit =>
        {
            if (await unit.Db.Referrals.FindAsync(id) is not { } referral || await unit.Db.People.AnyAsync(p => p.Id == referral.PersonId && p.DiedAt != null))
                return DecideOutcome.NoSuchReferral;
            if (referral.Outcome != ReferralOutcome.Waiting && string.IsNullOrWhiteSpace(decision.Because))
                return DecideOutcome.DecidedAlready;
            if (seen is { } version)
                Unit.Expect(referral, version);
            await Deciding.ApplyAsync(unit, referral, decision);
            return DecideOutcome.Decided;
        }, decision.Because);

    /// <summary>Notes something the referrer owes us.</summary>
    /// <param name="id">From the form: the same one twice makes one item.</param>
    public Task<bool> AskAsync(Guid id, ReferralId referral, string what, Actor by) => store.Write("OwedItemAsked", by, async unit =>
    {
        if (await unit.Db.Referrals.FindAsync(referral) is not { } known)
            return false;
        if (await unit.Db.OwedItems.FindAsync(id) is null)
            Owe(unit, known, what, id);
        return true;
    });

    /// <summary>What was owed came. Saying so twice changes nothing.</summary>
    public Task<bool> CameAsync(Guid owed, Actor by) => store.Write("OwedItemCame", by, async unit =>
    {
        if (await unit.Db.OwedItems.FindAsync(owed) is not { } item)
            return false;
        item.CameAt ??= unit.Now;
        return true;
    });

    private static async Task<Person?> WhoAsync(Unit unit, ReferralDetails details)
    {
        if (details.Known is not { } known)
            return await PersonWriter.AddAsync(unit, details.Person);
        var person = await unit.Db.PeopleWithMerged.FindAsync(known);
        for (var hops = 0; person?.MergedIntoId is { } kept && hops < 10; hops++)
            person = await unit.Db.PeopleWithMerged.FindAsync(kept);
        if (person?.DiedAt is not null)
            return null;
        if (person is not null)
            await KnownBetter.AddAsync(unit, person, details.Person);
        return person;
    }

    private static Referral Make(Unit unit, ReferralId id, Person person, ReferralDetails details)
    {
        Sealed? Seal(string column, string? words) => unit.Seal(person.Id, column, id.Value, Clean(words));
        var named = string.Join(' ', new[] { Clean(details.Person.GivenName), Clean(details.Person.Surname) }.OfType<string>());
        return new Referral
        {
            Id = id,
            PersonId = person.Id,
            Channel = details.Channel,
            ReceivedAt = unit.Now,
            Day = details.Day ?? unit.Clock.DayOf(unit.Now),
            Order = unit.Now.Ticks,
            Team = Clean(details.Team),
            ReferrerName = Clean(details.ReferrerName),
            ReferrerContact = Clean(details.ReferrerContact),
            ReferrerId = details.ReferrerId,
            NamedAs = Seal(ReferralWords.NamedAs, named),
            HowSoon = Clean(details.HowSoon),
            HowSoonWords = Seal(ReferralWords.HowSoonWords, details.HowSoonWords),
            ToldUs = Seal(ReferralWords.ToldUs, details.ToldUs),
            Needs = Seal(ReferralWords.Needs, details.Needs),
            Risks = Seal(ReferralWords.Risks, details.Risks),
            FacilitatorSaid = details.Said,
        };
    }

    /// <summary>
    /// A spell that is open that day takes the referral in, unless the facilitator says that this is a new crisis.
    /// Everything else is left to the counting rule.
    /// </summary>
    private static async Task PlaceAsync(Unit unit, Referral referral)
    {
        if (referral.FacilitatorSaid == CrisisWord.NewCrisis)
            return;
        var spells = await CaseWriter.SpellsOf.AskAsync(unit.Db, referral.PersonId);
        if (spells.Where(s => new CountedSpell(s.OpenedOn, s.ClosedOn).IsOpenOn(referral.Day)).MaxBy(s => s.OpenedOn) is { } open)
            (referral.SpellId, referral.Kind) = (open.Id, ReferralKind.Double);
        else
            referral.Reopened = referral.FacilitatorSaid == CrisisWord.SameCrisis && spells.Any(s => s.OpenedOn <= referral.Day);
    }

    private static void AddFactors(Unit unit, Referral referral, IEnumerable<string> factors, SeenBy seenBy)
    {
        foreach (var factor in factors.Distinct(StringComparer.Ordinal))
            unit.Db.Factors.Add(new PersonFactor
            {
                Id = Ids.New(),
                PersonId = referral.PersonId,
                ReferralId = referral.Id.Value,
                Factor = factor,
                SeenBy = seenBy,
                Day = referral.Day,
                NotedById = unit.By.Id,
            });
    }

    private static void Owe(Unit unit, Referral referral, string what, Guid? id = null, int place = 0)
    {
        // A microsecond apart, so that they stay in the order in which they were said.
        var asked = unit.Now.AddMicroseconds(place);
        var item = new OwedItem { Id = id ?? Ids.New(), ReferralId = referral.Id, PersonId = referral.PersonId, AskedAt = asked };
        item.What = unit.Seal(referral.PersonId, ReferralWords.Owed, item.Id, what.Trim());
        unit.Db.OwedItems.Add(item);
    }

    private static Referred Said(Referral referral, Person person, bool again) =>
        new(referral.Id, referral.PersonId, person.Reference, referral.Kind, referral.Outcome, again);

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
