using System.Text.Json;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>A plan in the person's own words, as it was saved once. The newest stands; all are kept.</summary>
public sealed class PlanVersion : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId? MadeById { get; set; }

    /// <summary>The person wrote it themselves, on their own page.</summary>
    public bool ByThePerson { get; set; }

    /// <summary>Words by the code of their heading.</summary>
    public Sealed? Words { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>The words of a plan, by heading.</summary>
public static class PlanWords
{
    public const string Column = "plan_version.words";

    public static Sealed? Seal(Unit unit, PersonId person, Guid id, IReadOnlyDictionary<string, string> words) =>
        unit.Seal(person, Column, id, JsonSerializer.Serialize(words));

    public static IReadOnlyDictionary<string, string> Open(Vault vault, PlanVersion? version) => Read(version is null ? null : vault.Open(Column, version.Id, version.Words));

    internal static IReadOnlyDictionary<string, string> Read(string? json) => json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
