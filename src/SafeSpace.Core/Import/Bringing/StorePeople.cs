using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Matching.Names;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>The people of a group's store as an import asks for them: each is read once. A record merged into another leads to that one.</summary>
/// <param name="brought">People this import wrote itself: it knows them from its rows, and must not meet them a second time.</param>
internal sealed class StorePeople(GroupDb db, IReadOnlySet<PersonId> brought)
{
    private const int MostMerges = 20;
    private readonly Dictionary<string, KnownPerson?> byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonId, KnownPerson> read = [];
    private readonly bool nobody = !db.PeopleWithMerged.Any();

    public PeopleLookup Lookup => new(ByReference, ByName);

    private KnownPerson? ByReference(string reference)
    {
        if (nobody) return null;
        if (byReference.TryGetValue(reference, out var known)) return known;
        var found = db.PeopleWithMerged.AsNoTracking().Where(p => p.Reference == reference).Select(p => new { p.Id }).SingleOrDefault();
        return byReference[reference] = found is null ? null : Read(found.Id);
    }

    private List<KnownPerson> ByName(string given, string surname)
    {
        if (nobody) return [];
        var words = NameFolding.Words(given).Concat(NameFolding.Words(surname)).Select(NameIndexWriter.NumberOf).Append(0).Distinct().ToList();
        var bearers = db.NamePairs.AsNoTracking().Where(p => words.Contains(p.GivenWordId) && words.Contains(p.SurnameWordId))
            .Select(p => p.PersonId).Distinct().ToList();
        return [.. bearers.Select(Read).OfType<KnownPerson>().Distinct()];
    }

    private KnownPerson? Read(PersonId id)
    {
        for (var steps = 0; steps < MostMerges && !brought.Contains(id); steps++)
        {
            if (read.TryGetValue(id, out var known)) return known;
            var row = db.PeopleWithMerged.AsNoTracking().Where(p => p.Id == id)
                .Select(p => new { p.Reference, p.GivenName, p.Surname, p.DateOfBirth, p.MergedIntoId }).SingleOrDefault();
            if (row is null) return null;
            if (row.MergedIntoId is { } into)
            {
                id = into;
                continue;
            }

            var phones = db.Phones.AsNoTracking().Where(p => p.PersonId == id).Select(p => p.Number).ToList();
            return read[id] = new KnownPerson(id.Value, row.Reference, row.GivenName, row.Surname, row.DateOfBirth, phones, isInStore: true);
        }

        return null;
    }
}
