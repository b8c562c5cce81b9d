using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

/// <summary>What a referrer told us, in open words. Almost everything may be missing: a name, a number or a note is enough.</summary>
public sealed record ReferralDetails
{
    public required Channel Channel { get; init; }

    /// <summary>Somebody in the register already; null for somebody new.</summary>
    public PersonId? Known { get; init; }

    /// <summary>Somebody new; or, of somebody known, what was said now and goes beside what was known.</summary>
    public PersonDetails Person { get; init; } = new();

    /// <summary>The day of the group's time zone on which they referred; null is today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A code of the group's list of referring teams.</summary>
    public string? Team { get; init; }

    public string? ReferrerName { get; init; }

    public string? ReferrerContact { get; init; }

    /// <summary>The referrer's own account, when they referred by form.</summary>
    public UserId? ReferrerId { get; init; }

    /// <summary>A code of the group's list; the referrer's word.</summary>
    public string? HowSoon { get; init; }

    public string? HowSoonWords { get; init; }

    public string? ToldUs { get; init; }

    public string? Needs { get; init; }

    public string? Risks { get; init; }

    /// <summary>Same crisis or a new one; null lets the rule decide.</summary>
    public CrisisWord? Said { get; init; }

    /// <summary>Codes of the group's list of factors: what the referrer wrote.</summary>
    public IReadOnlyCollection<string> FromReferrer { get; init; } = [];

    /// <summary>Codes of the group's list of factors: what peers heard while it was talked through.</summary>
    public IReadOnlyCollection<string> FromPeers { get; init; } = [];

    /// <summary>What the referrer still owes us.</summary>
    public IReadOnlyCollection<string> Owed { get; init; } = [];

    /// <summary>Decided at once, on the telephone; null leaves it waiting.</summary>
    public DecisionDetails? Decision { get; init; }
}

/// <summary>Taken on, pointed elsewhere, or not now.</summary>
public sealed record DecisionDetails
{
    public required ReferralOutcome Outcome { get; init; }

    /// <summary>Whom it was talked through with; needed to take somebody on.</summary>
    public string? TalkedWith { get; init; }

    /// <summary>UTC; null is now.</summary>
    public DateTime? TalkedAt { get; init; }

    /// <summary>A code of the group's list of reasons; a reason or words are needed for everything but taking on.</summary>
    public string? Reason { get; init; }

    public string? Words { get; init; }

    /// <summary>Why a decision that was made already is changed; null for a first decision.</summary>
    public string? Because { get; init; }
}
