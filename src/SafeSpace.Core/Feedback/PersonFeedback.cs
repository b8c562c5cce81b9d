using SafeSpace.Core.Data;

namespace SafeSpace.Core.Feedback;

/// <summary>How somebody's words came to us.</summary>
public enum FeedbackWay
{
    Link,

    /// <summary>A screen in the building.</summary>
    Kiosk,

    /// <summary>Somebody read the questions out and wrote down what was said.</summary>
    ReadOut,
}

public enum FeltSupported
{
    Yes,
    Mostly,
    NotMuch,
    No,
}

/// <summary>A page on which people can tell us how it was, open to whoever has its link, until it is ended.</summary>
public sealed class FeedbackLink : IRecorded
{
    public Guid Id { get; set; }

    public FeedbackWay Way { get; set; }

    public required byte[] SecretHash { get; set; }

    public DateOnly MadeOn { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid RowId => Id;
}

/// <summary>What somebody told us of how it was. It belongs to nobody: no name, no account, only the day.</summary>
public sealed class PersonFeedback : IRecorded
{
    public Guid Id { get; set; }

    public FeedbackWay Way { get; set; }

    public DateOnly Day { get; set; }

    public FeltSupported? FeltSupported { get; set; }

    /// <summary>"Where would you have turned without us?": an entry of the group's list.</summary>
    public string? WouldHaveTurned { get; set; }

    public Sealed? Words { get; set; }

    public Guid RowId => Id;
}

public enum WordKind
{
    Compliment,
    Complaint,
}

/// <summary>A compliment or a complaint, and what was done about it.</summary>
public sealed class WordToUs : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public WordKind Kind { get; set; }

    public DateOnly ReceivedOn { get; set; }

    /// <summary>From whom, as far as they wanted to say.</summary>
    public Sealed? From { get; set; }

    public Sealed? Words { get; set; }

    public Sealed? WhatWasDone { get; set; }

    /// <summary>When it was settled and they were told, where they can be.</summary>
    public DateOnly? SettledOn { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}
