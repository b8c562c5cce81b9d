namespace SafeSpace.Core.Register.Counting;

/// <summary>What coming back without a referral is in the count: a kind of its own, never a first, a repeat or a double.</summary>
public enum ReturnKind
{
    /// <summary>The case was closed and is open again from that day.</summary>
    TakenBack,

    /// <summary>It is not agreed yet: they were told how to be referred, and it is counted that they asked.</summary>
    AskedWhileOff,

    /// <summary>It was somebody else, or nobody came back: it counts as nothing.</summary>
    Mistaken,
}
