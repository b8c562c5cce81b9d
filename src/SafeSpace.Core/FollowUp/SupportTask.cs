using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum TaskState
{
    Open,
    Done,

    /// <summary>Not needed any more.</summary>
    Dropped,
}

/// <summary>Something to be done for somebody: a form to fill in, a bed to find. By whom (or anybody), by when; then done.</summary>
public sealed class SupportTask : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? What { get; set; }

    /// <summary>Who will do it; empty when anybody may.</summary>
    public UserId? PeerId { get; set; }

    /// <summary>By when; empty when there is no hurry.</summary>
    public DateOnly? DueOn { get; set; }

    public TaskState State { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId? MadeById { get; set; }

    public Guid? MadeInContactId { get; set; }

    /// <summary>What it belongs to: a stay in hospital (who brings what), advocacy (a paper still missing).</summary>
    public Guid? ForId { get; set; }

    public DateTime? EndedAt { get; set; }

    public UserId? EndedById { get; set; }

    /// <summary>How it ended, in a word.</summary>
    public Sealed? Outcome { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
