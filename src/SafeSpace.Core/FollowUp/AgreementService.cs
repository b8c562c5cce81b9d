using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>What somebody says of an agreement with a person.</summary>
public sealed record AgreementDetails(string What, string Why, DateOnly From, DateOnly Until, DateOnly? ReviewOn = null);

public enum AgreementMistake
{
    NoWhat,
    NoWhy,

    /// <summary>It ends before it begins, or is over already.</summary>
    EndsTooSoon,

    /// <summary>A limit without an end in sight is no agreement.</summary>
    TooLong,
    ReviewOutside,
}

public enum AgreementChange
{
    Done,
    NoSuchAgreement,
    NoSuchPerson,

    /// <summary>It was changed, ended or is over.</summary>
    OverAlready,
}

public static class AgreementRules
{
    public const string What = "agreement.what";

    public const string Why = "agreement.why";

    public const string EndWords = "agreement.end_words";

    /// <summary>Half a year: after that it is talked about anew.</summary>
    public const int MostDays = 184;

    public static IEnumerable<AgreementMistake> Check(AgreementDetails details, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(details.What))
            yield return AgreementMistake.NoWhat;
        if (string.IsNullOrWhiteSpace(details.Why))
            yield return AgreementMistake.NoWhy;
        if (details.Until < details.From || details.Until < today)
            yield return AgreementMistake.EndsTooSoon;
        else if (details.Until.DayNumber - Math.Max(details.From.DayNumber, today.DayNumber) > MostDays)
            yield return AgreementMistake.TooLong;
        if (details.ReviewOn is { } review && (review < details.From || review > details.Until))
            yield return AgreementMistake.ReviewOutside;
    }
}

/// <summary>What we agreed with somebody: made, changed (the version before stays), ended early. Nobody has to end it: it lapses.</summary>
public sealed class AgreementService(GroupStore store)
{
    /// <param name="details">Without mistakes: <see cref="AgreementRules.Check"/> was asked before.</param>
    public Task<AgreementChange> MakeAsync(PersonId person, AgreementDetails details, Actor by, Guid id) =>
        store.Write("AgreementMade", by, async unit =>
        {
            if (await unit.Db.Agreements.FindAsync(id) is not null)
                return AgreementChange.Done;
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
                return AgreementChange.NoSuchPerson;
            Add(unit, standing, details, id, null);
            return AgreementChange.Done;
        });

    public Task<AgreementChange> ChangeAsync(Guid id, Guid seen, AgreementDetails details, Actor by) =>
        OnAsync("AgreementChanged", id, seen, by, (unit, old) =>
        {
            old.EndedAt = unit.Now;
            Add(unit, old.PersonId, details, Ids.New(), old.Id);
        });

    public Task<AgreementChange> EndAsync(Guid id, Guid seen, string? why, Actor by) =>
        OnAsync("AgreementEnded", id, seen, by, (unit, old) =>
        {
            old.EndedAt = unit.Now;
            old.EndWords = unit.Seal(old.PersonId, AgreementRules.EndWords, old.Id, string.IsNullOrWhiteSpace(why) ? null : why.Trim());
        });

    private static void Add(Unit unit, PersonId person, AgreementDetails details, Guid id, Guid? previous) => unit.Db.Agreements.Add(new Agreement
    {
        Id = id,
        PersonId = person,
        What = unit.Seal(person, AgreementRules.What, id, details.What.Trim()),
        Why = unit.Seal(person, AgreementRules.Why, id, details.Why.Trim()),
        From = details.From,
        Until = details.Until,
        ReviewOn = details.ReviewOn,
        MadeAt = unit.Now,
        MadeById = unit.By.Id,
        PreviousId = previous,
    });

    private Task<AgreementChange> OnAsync(string kind, Guid id, Guid seen, Actor by, Action<Unit, Agreement> change) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.Agreements.FindAsync(id) is not { } old)
                return AgreementChange.NoSuchAgreement;
            if (old.Version != seen && old.EndedAt is not null)
                throw new StaleVersionException();
            if (old.EndedAt is not null || old.Until < unit.Clock.DayOf(unit.Now))
                return AgreementChange.OverAlready;
            Unit.Expect(old, seen);
            change(unit, old);
            return AgreementChange.Done;
        });
}

public static class StandingAgreements
{
    extension(GroupDb db)
    {
        /// <summary>What holds today with somebody. After its last day an agreement is not here any more, without anybody having done anything.</summary>
        public Task<List<Agreement>> AgreedWithAsync(PersonId person, DateOnly today) =>
            db.Agreements.AsNoTracking().Where(a => a.PersonId == person && a.Until >= today && a.From <= today && a.EndedAt == null).OrderBy(a => a.Until).ToListAsync();
    }
}
