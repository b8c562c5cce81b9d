using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>What somebody is reminded of. Never of whom.</summary>
public enum ReminderKind
{
    ShiftBegins,
    PromiseDue,
    PersonGiven,
    LittleCover,
    NobodyIsOn,
    PromiseLate,

    /// <summary>To who runs the desk just now: a promise is late, who can ring?</summary>
    AsksTheDesk,

    /// <summary>To the supervisors: the desk found nobody for as long as the group lets be.</summary>
    AsksTheSupervisor,

    /// <summary>To who referred somebody: they came back directly, and agreed that this is told.</summary>
    CameBack,

    /// <summary>To the owner of an account: its password is another now. Goes by mail whatever they wished for reminders.</summary>
    PasswordChanged,

    /// <summary>To the owner of an account: a passkey, a phone for codes or recovery codes were added, changed or taken away.</summary>
    WayInChanged,
}

/// <summary>
/// A reminder on its way out: put down in the store with the change it follows, sent by a job afterwards. It holds nothing about
/// any person. Not an operation: a machine's work list, swept when it is old.
/// </summary>
public sealed class Reminder
{
    public Guid Id { get; set; }

    public UserId UserId { get; set; }

    public ReminderKind Kind { get; set; }

    /// <summary>What it is about, so that nobody is reminded of it twice: a shift, a promise, a tie.</summary>
    public Guid AboutId { get; set; }

    public DateTime MadeAt { get; set; }

    /// <summary>After this it is of no use any more and is not sent.</summary>
    public DateTime GoodUntil { get; set; }

    public DateTime NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>A node is sending it. If that node dies, nobody knows whether it went: it is asked about, or let be, never sent blindly again.</summary>
    public DateTime? TryingSince { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>Not sent and not to be sent: too late, not wanted any more, or perhaps sent.</summary>
    public DateTime? LetBeAt { get; set; }

    /// <summary>The kind of the last fault; no words of it.</summary>
    public string? Fault { get; set; }
}
