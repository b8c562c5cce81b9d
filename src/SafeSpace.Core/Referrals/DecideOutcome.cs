namespace SafeSpace.Core.Referrals;

public enum DecideOutcome
{
    Decided,

    /// <summary>Somebody was first; to change it, say why.</summary>
    DecidedAlready,

    NoSuchReferral,
}
