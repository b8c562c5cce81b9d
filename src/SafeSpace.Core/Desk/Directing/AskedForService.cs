using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Directing;

/// <summary>Notes what somebody asked for in who rings them.</summary>
public sealed class AskedForService(GroupStore store)
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Words = "asked_for.words";

    /// <param name="seen">The version when the form was filled in; empty when nothing was noted yet.</param>
    /// <exception cref="StaleVersionException">Somebody else changed it meanwhile.</exception>
    public Task SetAsync(PersonId person, string? gender, string? language, bool notANeighbour, string? words, Guid seen, Actor by) => store.Write("AskedForNoted", by, async unit =>
    {
        var asked = await Newest(unit.Db, person).FirstOrDefaultAsync();
        if ((asked?.Version ?? Guid.Empty) != seen)
            throw new StaleVersionException();
        if (asked is null)
            unit.Db.AskedFor.Add(asked = new AskedFor { Id = Ids.New(), PersonId = person });
        (asked.Gender, asked.Language, asked.NotANeighbour) = (Or(gender), Or(language), notANeighbour);
        asked.Words = unit.Seal(person, Words, asked.Id, Or(words));
    });

    /// <summary>Joined records may bring two: the later one stands.</summary>
    public static IQueryable<AskedFor> Newest(GroupDb db, PersonId person) => db.AskedFor.Where(a => a.PersonId == person).OrderByDescending(a => a.Id);

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
