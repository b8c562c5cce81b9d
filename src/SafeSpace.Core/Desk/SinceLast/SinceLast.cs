using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.SinceLast;

/// <summary>Up to when an account has read what happened. Its own bookmark: nobody else is shown it.</summary>
public sealed class SinceMark
{
    public UserId UserId { get; set; }

    public DateTime ReadUpTo { get; set; }
}

/// <summary>Something that happened to somebody: the kind of the operation, who did it, when.</summary>
public sealed record SinceChange(PersonId Person, string Kind, DateTime At, string ByName);

/// <summary>What happened since somebody was last here.</summary>
/// <param name="Mine">People who are theirs; the newest first.</param>
/// <param name="Others">Others they may see.</param>
/// <param name="Referrals">Of a referrer's own referrals, those decided since.</param>
/// <param name="More">There is more than is shown; the oldest is left out.</param>
public sealed record SinceNews(
    DateTime Since, IReadOnlyList<SinceChange> Mine, IReadOnlyList<SinceChange> Others, IReadOnlyList<Referral> Referrals, int Handovers, bool More)
{
    public bool Nothing => Mine.Count + Others.Count + Referrals.Count + Handovers == 0;
}

public static class SinceSets
{
    extension(GroupDb db)
    {
        public DbSet<SinceMark> SinceMarks => db.Set<SinceMark>();
    }
}

internal sealed class SinceMapping : IEntityTypeConfiguration<SinceMark>
{
    public void Configure(EntityTypeBuilder<SinceMark> builder)
    {
        builder.HasKey(m => m.UserId);
        builder.Property(m => m.UserId).ValueGeneratedNever();
    }
}

/// <summary>"Since I was last here": read from the chain of operations, within what the account may see, at a cost that does not grow with history.</summary>
public sealed class SinceReader(GroupStore store, GroupDb db)
{
    /// <summary>As many changes are looked at, the newest; a month away gives the newest of them, and says so.</summary>
    public const int MostLookedAt = 600;

    public static readonly TimeSpan Furthest = TimeSpan.FromDays(31);

    /// <summary>What is worth telling. Imports, views and inner workings are not.</summary>
    private static readonly string[] Told =
    [
        "ContactLogged", "ContactCorrected", "ContactJoined", "PromiseMade", "PromiseMoved", "PromiseKept", "PromiseReleased", "PersonReferred", "ReferralDecided", "ReferralReceived",
        "PersonCameBack", "ReturnWasMistake", "CaseSteppedDown", "CaseSteppedUp", "CaseClosed", "CaseReopened", "CaseCloseUndone", "PersonChanged", "FactorsNoted",
        "FamilyAdded", "FamilyChanged", "FamilyEnded", "PersonClaimed", "PersonGivenBack", "StepDownListed", "StepDownUnlisted", "PersonMerged", "MergeUndone", "OwedItemCame",
        "PromiseGiven", "PromiseMissed", "AgreementMade", "AgreementChanged", "AgreementEnded", "RhythmAgreed", "RhythmEnded", "PlanSaved", "HelpGiven", "HelpPromised", "HelpCalledOff", "StopDone", "StopEnded",
        "ConnectionAsked", "ConnectionSent", "ConnectionTaken", "ConnectionRefused", "ConnectionEnded", "ConnectionOpenedAgain", "AppointmentOffered", "AppointmentKept", "AppointmentMissed", "AppointmentGivenBack",
        "PassedBack", "PassedBackTold", "PassedBackCame", "PassedBackAskedAgain", "PassedBackClosed", "PassedBackOpenedAgain", "HospitalAdmitted", "HospitalHome", "HospitalTurnPromised",
        "CauseBegun", "CauseDeadlineMet", "CauseEnded", "CauseOpenedAgain", "HelpAsked", "HelpMatched", "HelpAskMet", "HelpNotMet", "HelpAskedAgain", "UnmetNeedNoted", "HospitalNotHome", "HelpNotYetGiven", "StopWaitsAgain",
    ];

    /// <summary>Their own bookmark; else when the session before this one began; else three days ago. Never longer than a month.</summary>
    public async Task<DateTime> SinceAsync(UserId me, Guid? session)
    {
        var now = store.Clock.Now;
        var mark = await db.SinceMarks.Where(m => m.UserId == me).Select(m => (DateTime?)m.ReadUpTo).SingleOrDefaultAsync();
        mark ??= await db.Sessions.Where(s => s.UserId == me && s.Id != session).OrderByDescending(s => s.BeganAt).Select(s => (DateTime?)s.BeganAt).FirstOrDefaultAsync();
        var since = mark ?? now.AddDays(-3);
        return since < now - Furthest ? now - Furthest : since;
    }

    public async Task<SinceNews> ReadAsync(Viewer viewer, DateTime since)
    {
        if (viewer.Id is not { } me)
            return new SinceNews(since, [], [], [], 0, false);
        var changes = await ChangesAsync(viewer, me, since);
        var mine = changes.Count == 0 || !viewer.May(Permission.LogContacts) ? [] : (await MyPeople.ReadAsync(db, me)).Select(p => p.Person.Id).ToHashSet();
        var handovers = viewer.May(Permission.ReadHandovers) ? await Handover.HandoverService.UnreadBy(db, me, since).CountAsync() : 0;
        var decided = viewer.May(Permission.ReferByForm)
            ? await db.Referrals.AsNoTracking().Where(r => r.ReferrerId == me && r.DecidedAt != null && r.DecidedAt > since).OrderByDescending(r => r.DecidedAt).Take(50).ToListAsync()
            : [];
        return new SinceNews(since, [.. changes.Where(c => mine.Contains(c.Person))], [.. changes.Where(c => !mine.Contains(c.Person))], decided, handovers, changes.Count >= MostLookedAt);
    }

    /// <summary>The account has read up to this moment. Going back is not moving the bookmark.</summary>
    public Task MarkAsync(UserId me, DateTime upTo) => store.Write("SinceRead", Actor.System, async unit =>
    {
        var mark = await unit.Db.SinceMarks.SingleOrDefaultAsync(m => m.UserId == me);
        if (mark is null)
            unit.Db.SinceMarks.Add(mark = new SinceMark { UserId = me });
        mark.ReadUpTo = upTo > mark.ReadUpTo ? upTo : mark.ReadUpTo;
    });

    private async Task<IReadOnlyList<SinceChange>> ChangesAsync(Viewer viewer, UserId me, DateTime since)
    {
        if (!viewer.May(Permission.SeePeople))
            return [];
        var changes = await Newest(db, me, since).ToListAsync();
        var ids = changes.Select(c => c.Person).Distinct().ToList();
        var seen = (await db.PeopleSeenBy(viewer).Where(p => ids.Contains(p.Id) && p.DiedAt == null).Select(p => p.Id).ToListAsync()).ToHashSet();
        return [.. changes.Where(c => seen.Contains(c.Person)).DistinctBy(c => (c.Person, c.Kind, c.ByName, c.At))];
    }

    /// <summary>The newest changes by others, from the index of when they were made.</summary>
    internal static IQueryable<SinceChange> Newest(GroupDb db, UserId me, DateTime since) => db.Operations.AsNoTracking()
        .Where(o => o.At > since && (o.ById == null || o.ById != me) && Told.Contains(o.Kind)).OrderByDescending(o => o.At).Take(MostLookedAt)
        .Join(db.OperationParts.Where(p => p.PersonId != null), o => o.Sequence, p => p.Sequence, (o, p) => new { p.PersonId, o.Kind, o.At, o.ByName })
        .OrderByDescending(r => r.At).Take(MostLookedAt)
        .Select(r => new SinceChange(r.PersonId!.Value, r.Kind, r.At, r.ByName));
}
