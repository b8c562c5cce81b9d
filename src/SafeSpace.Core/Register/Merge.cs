using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

public enum PairVerdict
{
    Same,
    Different,
}

/// <summary>What somebody decided about two records that look alike. The lower id stands first.</summary>
public sealed class PairDecision : IRecorded
{
    public Guid Id { get; set; }

    public PersonId FirstId { get; set; }

    public PersonId SecondId { get; set; }

    public PairVerdict Verdict { get; set; }

    public DateTime DecidedAt { get; set; }

    public UserId? DecidedById { get; set; }

    public string? DecidedByName { get; set; }

    /// <summary>Why, in a word of who decided.</summary>
    public Sealed? Why { get; set; }

    /// <summary>Set when the decision was taken back: the pair may be offered again.</summary>
    public DateTime? TakenBackAt { get; set; }

    public Guid RowId => Id;
}

/// <summary>Two records joined as one person, with what is needed to part them exactly as they were.</summary>
public sealed class Merge : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId KeptId { get; set; }

    public PersonId GoneId { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    /// <summary>Both records as they were: which rows were whose, and what worked-out columns held.</summary>
    public Sealed? Before { get; set; }

    public DateTime? UndoneAt { get; set; }

    public UserId? UndoneById { get; set; }

    public Guid RowId => Id;

    public PersonId? About => KeptId;
}
