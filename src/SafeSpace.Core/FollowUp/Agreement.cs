using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>
/// What we agreed: a kind, timed limit made with the person, with why and until when. It lapses by itself and never stops a call:
/// many calls may be care. A change makes a new row; what stood before stays readable.
/// </summary>
public sealed class Agreement : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? What { get; set; }

    public Sealed? Why { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day it holds: after it, it is over without anybody doing anything.</summary>
    public DateOnly Until { get; set; }

    /// <summary>When we talk about it again.</summary>
    public DateOnly? ReviewOn { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId? MadeById { get; set; }

    /// <summary>The version it takes the place of.</summary>
    public Guid? PreviousId { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Why it was ended before its time.</summary>
    public Sealed? EndWords { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    public bool HoldsOn(DateOnly day) => EndedAt is null && From <= day && day <= Until;
}

/// <summary>How often somebody who is stepped down is rung, as agreed with them. A suggestion: nobody is late, and no end is set.</summary>
public sealed class Rhythm : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Every so many days; empty when it is said in words alone.</summary>
    public int? EveryDays { get; set; }

    public Sealed? Words { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId? MadeById { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    /// <summary>When it would be about time again, from the last time they were really spoken with.</summary>
    public DateOnly? NextFrom(DateOnly lastAnswered) => EveryDays is { } days ? lastAnswered.AddDays(days) : null;
}
