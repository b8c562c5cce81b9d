using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Asking;

public enum AskState
{
    Open,
    Matched,
    Done,

    /// <summary>Not needed any more.</summary>
    Dropped,

    /// <summary>Nobody could: it stands among the needs that were not met.</summary>
    Unmet,
}

/// <summary>"Somebody to come with me on Tuesday."</summary>
public sealed class Ask : IRecorded, IAboutPerson, IVersioned, IGoesOn
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>An entry of the group's list of kinds of support.</summary>
    public string? Kind { get; set; }

    public Sealed? What { get; set; }

    public DateOnly? WantedOn { get; set; }

    public AskState State { get; set; }

    public DateTime AskedAt { get; set; }

    public Guid? OfferId { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    public PromiseFor StepFor => PromiseFor.Ask;
}

/// <summary>What somebody can give: a member of the register, or a colleague. Matched by a person, never by the machine.</summary>
public sealed class HelpOffer : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId? PersonId { get; set; }

    public UserId? AccountId { get; set; }

    public string? Kind { get; set; }

    public Sealed? What { get; set; }

    public DateTime MadeAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class AskWords
{
    public const string What = "ask.what";

    public const string Offered = "help_offer.what";
}
