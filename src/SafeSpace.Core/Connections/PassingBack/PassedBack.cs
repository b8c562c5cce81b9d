using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.PassingBack;

/// <summary>Somebody got worse while with us, and others must act: it is open until what is owed came, or somebody says that it is closed.</summary>
public sealed class PassedBack : IRecorded, IAboutPerson, IVersioned, IGoesOn
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>What got worse.</summary>
    public Sealed? What { get; set; }

    public DateTime? ClosedAt { get; set; }

    public Sealed? Outcome { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    public PromiseFor StepFor => PromiseFor.PassedBack;
}

/// <summary>Whom we told, what they owe us, and by when.</summary>
public sealed class PassedBackTold : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public Guid PassedBackId { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? Whom { get; set; }

    public Sealed? Owes { get; set; }

    public DateTime ToldAt { get; set; }

    public DateTime DueAt { get; set; }

    /// <summary>How often we asked again.</summary>
    public int AskedAgain { get; set; }

    public DateTime? AskedAgainAt { get; set; }

    public DateTime? CameAt { get; set; }

    public Sealed? Came { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class PassedBackWords
{
    public const string What = "passed_back.what";

    public const string Outcome = "passed_back.outcome";

    public const string Whom = "passed_back_told.whom";

    public const string Owes = "passed_back_told.owes";

    public const string Came = "passed_back_told.came";
}
