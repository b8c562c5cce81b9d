using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Unmet;

/// <summary>Something nobody could give. Of somebody, or of a caller we do not know.</summary>
public sealed class UnmetNeed : IRecorded, IAboutPerson
{
    /// <summary>Of an ask that nobody could meet.</summary>
    public const string Company = "company";

    public Guid Id { get; set; }

    public PersonId? PersonId { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>An entry of the group's list.</summary>
    public required string Need { get; set; }

    public Sealed? Words { get; set; }

    /// <summary>More than the contract asks of us.</summary>
    public bool Beyond { get; set; }

    public DateTime NotedAt { get; set; }

    public UserId? NotedById { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public sealed record UnmetDetails(DateOnly Day, string Need, string? Words, bool Beyond);

public sealed class UnmetService(GroupStore store)
{
    public const string Words = "unmet_need.words";

    public Task<DoorChange> NoteAsync(Guid id, PersonId? person, UnmetDetails details, Actor by) => store.Write("UnmetNeedNoted", by, async unit =>
    {
        if (await unit.Db.UnmetNeeds.FindAsync(id) is not null)
            return DoorChange.Done;
        var standing = person is { } known ? await ContactWriter.StandingAsync(unit, known) : null;
        if (person is not null && standing is null)
            return DoorChange.NoSuchPerson;
        Note(unit, id, standing, details);
        return DoorChange.Done;
    });

    /// <summary>It was written down by mistake: it counts for nothing.</summary>
    public Task<bool> TakeBackAsync(Guid id, Actor by) => store.Write("UnmetNeedTakenBack", by, async unit =>
    {
        if (await unit.Db.UnmetNeeds.FindAsync(id) is not { } need)
            return false;
        need.TakenBackAt ??= unit.Now;
        return true;
    });

    internal static void Note(Unit unit, Guid id, PersonId? person, UnmetDetails details) => unit.Db.UnmetNeeds.Add(new UnmetNeed
    {
        Id = id,
        PersonId = person,
        Day = details.Day,
        Need = details.Need,
        Words = unit.Seal(person, Words, id, ConnectionService.Clean(details.Words)),
        Beyond = details.Beyond,
        NotedAt = unit.Now,
        NotedById = unit.By.Id,
    });
}
