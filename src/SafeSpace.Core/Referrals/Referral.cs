using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

public readonly record struct ReferralId(Guid Value) : ITypedId<ReferralId>
{
    public static ReferralId From(Guid value) => new(value);

    public static ReferralId New() => new(Ids.New());
}

/// <summary>The way a referral came in.</summary>
public enum Channel
{
    Phone,
    Form,
    Interface,
    Import,
}

public enum ReferralOutcome
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,
    TakenOn,
    PointedElsewhere,
    NotNow,
}

/// <summary>Each time a referrer refers: what they told us, what was talked through, and what came of it.</summary>
public sealed class Referral : IRecorded, IAboutPerson, IVersioned
{
    public ReferralId Id { get; set; }

    public PersonId PersonId { get; set; }

    public SpellId? SpellId { get; set; }

    public Channel Channel { get; set; }

    public DateTime ReceivedAt { get; set; }

    /// <summary>The day of the group's time zone on which they referred.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The order in which referrals of one day were made: what the counting rule sorts by after the day.</summary>
    public long Order { get; set; }

    /// <summary>An entry of the group's list of referring teams.</summary>
    public string? Team { get; set; }

    public string? ReferrerName { get; set; }

    public string? ReferrerContact { get; set; }

    /// <summary>The account that referred by form; it sees what it referred, and nothing else.</summary>
    public UserId? ReferrerId { get; set; }

    /// <summary>
    /// Who was referred, in the referrer's own words. It is all a referrer is ever shown of a person: what we knew before,
    /// or learned since, is not theirs to see.
    /// </summary>
    public Sealed? NamedAs { get; set; }

    /// <summary>How soon, in the referrer's words only: an entry of the group's ordered list. Never worked out, never a risk.</summary>
    public string? HowSoon { get; set; }

    public Sealed? HowSoonWords { get; set; }

    public Sealed? ToldUs { get; set; }

    public Sealed? Needs { get; set; }

    public Sealed? Risks { get; set; }

    public ReferralKind Kind { get; set; }

    /// <summary>What the facilitator said when a spell was open; empty when the rule alone decides.</summary>
    public CrisisWord? FacilitatorSaid { get; set; }

    /// <summary>Said to be of the same crisis when its spell had closed: the spell went on because of this referral.</summary>
    public bool Reopened { get; set; }

    public ReferralOutcome Outcome { get; set; }

    /// <summary>An entry of the group's list of reasons for pointing elsewhere or not now.</summary>
    public string? OutcomeReason { get; set; }

    public Sealed? OutcomeWords { get; set; }

    public UserId? DecidedById { get; set; }

    public string? DecidedByName { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>Whom on the referring team it was talked through with before taking somebody on.</summary>
    public string? TalkedWith { get; set; }

    public DateTime? TalkedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id.Value;

    public PersonId? About => PersonId;
}

/// <summary>What the referrer still owes us: a hospital letter, a number.</summary>
public sealed class OwedItem : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public ReferralId ReferralId { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? What { get; set; }

    public DateTime AskedAt { get; set; }

    public DateTime? CameAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
