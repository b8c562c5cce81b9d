using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections;

public enum ConnectionState
{
    /// <summary>Agreed with the person; not sent yet.</summary>
    Asked,
    Sent,
    Taken,
    Refused,
    Ended,

    /// <summary>It stopped because the person has died; taken back, it goes on.</summary>
    Stopped,
}

public enum SentHow
{
    Phone,
    Email,
    Letter,
}

/// <summary>One person and one door: asked, sent, taken or refused and why, appointments, and what came of it.</summary>
public sealed class Connection : IRecorded, IAboutPerson, IVersioned, IGoesOn
{
    /// <summary>The kind of partner whose first offer has a clock.</summary>
    public const string Counselling = "counselling";

    internal static readonly ConnectionState[] OpenStates = [ConnectionState.Asked, ConnectionState.Sent, ConnectionState.Taken];

    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Empty for a door that is not in the directory, and for our own counsellors.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>The door as it was called then.</summary>
    public required string PartnerName { get; set; }

    public string? Kind { get; set; }

    public ConnectionState State { get; set; }

    /// <summary>What for, as the partner is told.</summary>
    public Sealed? What { get; set; }

    /// <summary>What of the record the person agreed to share: <see cref="Sharing"/>.</summary>
    public string? Shares { get; set; }

    public DateTime AskedAt { get; set; }

    public DateOnly AskedOn { get; set; }

    public UserId? AskedById { get; set; }

    public DateTime? SentAt { get; set; }

    public SentHow? SentBy { get; set; }

    /// <summary>What left the house, to the letter.</summary>
    public Sealed? SentWords { get; set; }

    /// <summary>The day on which the door said yes or no.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>An entry of the group's list of reasons why partners refuse.</summary>
    public string? RefusedWhy { get; set; }

    public Sealed? RefusedWords { get; set; }

    /// <summary>Counselling: the last day on which a first slot is in time, as reckoned when it was asked.</summary>
    public DateOnly? OfferDueOn { get; set; }

    public DateTime? FirstOfferedAt { get; set; }

    public DateOnly? FirstOfferedOn { get; set; }

    /// <summary>Why the first offer came too late; an entry of the group's list.</summary>
    public string? LateWhy { get; set; }

    /// <summary>The day of the first appointment that was kept.</summary>
    public DateOnly? FirstKeptOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>What came of it; an entry of the group's list.</summary>
    public string? Outcome { get; set; }

    public Sealed? OutcomeWords { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    public PromiseFor StepFor => PromiseFor.Connection;

    public bool IsOpen => OpenStates.Contains(State);

    /// <summary>Days from asking to the first appointment that was kept.</summary>
    public int? DaysToFirst => FirstKeptOn is { } day ? day.DayNumber - AskedOn.DayNumber : null;

    /// <summary>A first slot was offered too late; or none was, and its day is over, or was over when they stopped waiting.</summary>
    public bool IsTooLate(DateOnly today) => OfferDueOn is { } due && (FirstOfferedOn ?? (IsOpen ? today : EndedOn) ?? due) > due;

    /// <summary>How far it had come, from what is written.</summary>
    public ConnectionState StateFromDates => AnsweredOn is not null ? ConnectionState.Taken : SentAt is not null ? ConnectionState.Sent : ConnectionState.Asked;
}

public enum AppointmentState
{
    Offered,
    Kept,
    Missed,

    /// <summary>It does not take place: moved, not wanted, or there is nobody to hold it.</summary>
    GivenBack,
}

/// <summary>A time at which somebody is expected behind the door.</summary>
public sealed class Appointment : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public Guid ConnectionId { get; set; }

    public PersonId PersonId { get; set; }

    public DateTime At { get; set; }

    /// <summary>The slot of one of our own counsellors.</summary>
    public Guid? SlotId { get; set; }

    public AppointmentState State { get; set; }

    public DateTime OfferedAt { get; set; }

    public UserId? OfferedById { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>The sealed columns, as the vault names them.</summary>
public static class ConnectionWords
{
    public const string What = "connection.what";

    public const string Sent = "connection.sent_words";

    public const string Refused = "connection.refused_words";

    public const string Outcome = "connection.outcome_words";
}
