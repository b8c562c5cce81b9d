using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>What a peer made of the offer.</summary>
public enum DebriefState
{
    /// <summary>Offered; no answer yet, or "ask me again".</summary>
    Offered,

    /// <summary>They would like to talk.</summary>
    Wanted,
    Had,
    NotWanted,
}

/// <summary>
/// The talk after a hard call: offered, asked again, had or not wanted. It says nothing of the call and nothing against the peer,
/// and it is not about the person who was rung: no name of theirs stands in it.
/// </summary>
public sealed class Debrief : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public UserId PeerId { get; set; }

    /// <summary>The diary entry the peer marked as hard; empty when they asked by themself.</summary>
    public Guid? ContactId { get; set; }

    public DateTime OfferedAt { get; set; }

    /// <summary>Before this moment nobody asks again.</summary>
    public DateTime AskAgainAt { get; set; }

    public DebriefState State { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Who talked with them, where it was noted.</summary>
    public UserId? WithId { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}
