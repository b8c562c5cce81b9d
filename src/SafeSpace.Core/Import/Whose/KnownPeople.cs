using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Whose;

/// <summary>Everybody an import knows: the people of the store as they are asked for, and those its own rows bring.</summary>
public sealed class KnownPeople(PeopleLookup store)
{
    private readonly Dictionary<string, KnownPerson> byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownPerson>> byExactName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownPerson>> byLooseName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, KnownPerson> fromStore = [];
    private readonly HashSet<string> namesAsked = new(StringComparer.Ordinal);

    /// <summary>People the import's own rows brought.</summary>
    public int NewPeople { get; private set; }

    public KnownPerson? ByReference(string reference)
    {
        if (byReference.TryGetValue(reference, out var known)) return known;
        return store.ByReference(reference) is { } stored ? Keep(stored) : null;
    }

    /// <summary>Everybody of that name as written; where there is nobody, everybody of that name without its accents and hyphens.</summary>
    public IReadOnlyList<KnownPerson> ByName(string given, string surname)
    {
        var loose = NameFold.Loose(given, surname);
        if (namesAsked.Add(loose))
            foreach (var stored in store.ByName(given, surname)) Keep(stored);
        return byExactName.TryGetValue(NameFold.Exact(given, surname), out var exact) ? exact
            : byLooseName.TryGetValue(loose, out var like) ? like
            : [];
    }

    public KnownPerson Add(string? reference, string given, string surname, DateOnly? bornOn, IEnumerable<string> phones)
    {
        var person = new KnownPerson(Ids.New(), reference, given, surname, bornOn, phones, isInStore: false);
        NewPeople++;
        if (reference is not null) byReference[reference] = person;
        Index(person);
        return person;
    }

    /// <summary>What another row of somebody known tells of them.</summary>
    public void Learn(KnownPerson person, string given, string surname, DateOnly? bornOn, IEnumerable<string> phones)
    {
        var hadName = person.Given.Length + person.Surname.Length > 0;
        person.Learn(given, surname, bornOn, phones);
        if (!hadName) Index(person);
    }

    /// <summary>The store may hand out the same person twice; an import holds each once, with what its rows have told.</summary>
    private KnownPerson Keep(KnownPerson stored)
    {
        if (fromStore.TryGetValue(stored.Id, out var kept)) return kept;
        fromStore[stored.Id] = stored;
        if (stored.Reference is not null) byReference[stored.Reference] = stored;
        Index(stored);
        return stored;
    }

    private void Index(KnownPerson person)
    {
        if (person.Given.Length + person.Surname.Length == 0) return;
        Put(byExactName, NameFold.Exact(person.Given, person.Surname), person);
        Put(byLooseName, NameFold.Loose(person.Given, person.Surname), person);
    }

    private static void Put(Dictionary<string, List<KnownPerson>> index, string name, KnownPerson person)
    {
        if (!index.TryGetValue(name, out var people)) index[name] = people = [];
        people.Add(person);
    }
}
