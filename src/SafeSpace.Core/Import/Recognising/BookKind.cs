namespace SafeSpace.Core.Import.Recognising;

/// <summary>The books a group keeps today.</summary>
public enum BookKind
{
    /// <summary>Who was referred, when, by whom and why.</summary>
    Register,

    /// <summary>Every call, text and visit.</summary>
    Diary,

    /// <summary>Who signed in at the centre.</summary>
    SignIn,

    /// <summary>The membership list.</summary>
    Members,

    /// <summary>Hours that leaders gave.</summary>
    Hours,

    /// <summary>Peer supporters' levels, month by month.</summary>
    Levels,

    /// <summary>Crises, with how severe they were.</summary>
    CrisisLog,

    Income,

    /// <summary>Agreed rates and the day from which each holds.</summary>
    Rates,
}
