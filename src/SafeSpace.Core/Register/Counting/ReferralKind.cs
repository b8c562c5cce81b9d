namespace SafeSpace.Core.Register.Counting;

/// <summary>What a referral is in the count: the first ever, a new crisis of somebody known, or the same crisis again.</summary>
public enum ReferralKind
{
    /// <summary>The person was never known before.</summary>
    First,

    /// <summary>The person was known and their case was closed: it is reopened.</summary>
    Repeat,

    /// <summary>The person was referred again while a spell was open: the same crisis.</summary>
    Double,
}
