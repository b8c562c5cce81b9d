using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>A call or visit that goes on now: begun by a peer, ended by the contact it becomes or by a word that it came to nothing.</summary>
public sealed class CallUnderWay : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Empty for a caller nobody knows.</summary>
    public PersonId? PersonId { get; set; }

    public UserId PeerId { get; set; }

    public ContactKind Kind { get; set; }

    public DateTime StartedAt { get; set; }

    /// <summary>They hung up; the notes are still being written. The length is counted to here.</summary>
    public DateTime? StoppedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The diary entry it became.</summary>
    public ContactId? ContactId { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
