using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>Writes people inside a unit of work: their reference, numbers and names in the index with them.</summary>
public static class PersonWriter
{
    /// <summary>Adds somebody new.</summary>
    /// <param name="reference">One they have already, from a spreadsheet; it must be nobody else's. Without it: the group's next.</param>
    /// <param name="id">The id that the form gave, so that a form sent twice makes one person.</param>
    public static async Task<Person> AddAsync(Unit unit, PersonDetails details, string? reference = null, PersonId? id = null)
    {
        var fresh = id ?? PersonId.New();
        if (id is null)
            unit.MakeKey(fresh);
        var (person, phones) = await MakeAsync(unit, details, reference, fresh);
        unit.Db.PeopleWithMerged.Add(person);
        unit.Db.Phones.AddRange(phones);
        await NameIndexWriter.AddAsync(unit, [person]);
        if (id is null)
            unit.Db.PairsToLook.Add(new PairToLook { PersonId = fresh });
        else
            await PairQueue.AddAsync(unit, fresh);
        return person;
    }

    /// <summary>Adds many at once, past the change tracker: for imports and invented data.</summary>
    public static async Task<IReadOnlyList<Person>> AddManyAsync(Unit unit, IReadOnlyList<(PersonDetails Details, string? Reference)> many)
    {
        var made = new List<(Person Person, IReadOnlyList<PersonPhone> Phones)>(many.Count);
        foreach (var (details, reference) in many)
            made.Add(await MakeAsync(unit, details, reference, null));
        await unit.Db.SaveChangesAsync();
        var people = made.ConvertAll(m => m.Person);
        await unit.InsertManyAsync(people);
        await unit.InsertManyAsync(made.SelectMany(m => m.Phones).ToList());
        await NameIndexWriter.AddAsync(unit, people);
        await unit.InsertManyAsync(people.ConvertAll(p => new PairToLook { PersonId = p.Id }));
        return people;
    }

    /// <summary>Writes what is known now over what was known. Numbers that are not named any more go; the operation keeps them.</summary>
    public static async Task ChangeAsync(Unit unit, Person person, PersonDetails details)
    {
        var (given, surname, knownAs, bornIn) = (person.GivenName, person.Surname, person.KnownAs, person.DateOfBirth?.Year);
        var compared = Compared(person);
        Fill(unit, person, details);
        var phonesChanged = await ChangePhonesAsync(unit, person.Id, details.Phones);
        if (phonesChanged || compared != Compared(person))
            await PairQueue.AddAsync(unit, person.Id);
        if (phonesChanged)
            person.Version = Ids.New(); // somebody who edits the same person must notice that the numbers changed
        if ((given, surname, knownAs, bornIn) == (person.GivenName, person.Surname, person.KnownAs, person.DateOfBirth?.Year))
            return;
        await References.LockAsync(unit);
        await NameIndexWriter.ChangeAsync(unit, person);
    }

    /// <summary>What two records are compared by: a change of it means looking for likes again.</summary>
    private static (string, string, string?, DateOnly?, string?, string?) Compared(Person person) =>
        (person.GivenName, person.Surname, person.KnownAs, person.DateOfBirth, person.Postcode, person.Address);

    private static async Task<(Person Person, IReadOnlyList<PersonPhone> Phones)> MakeAsync(Unit unit, PersonDetails details, string? reference, PersonId? id)
    {
        var prefix = unit.Store.Profile.ReferencePrefix;
        var number = reference is null ? null : References.NumberOf(prefix, reference);
        if (number is { } given && !await unit.Db.PeopleWithMerged.AnyAsync(p => p.ReferenceNumber == given))
            await References.KeepAboveAsync(unit, given);
        else
            number = await References.TakeAsync(unit, 1);
        var person = new Person
        {
            Id = id ?? PersonId.New(),
            Reference = reference ?? References.Of(prefix, number.Value),
            ReferenceNumber = number.Value,
            AddedAt = unit.Now,
        };
        Fill(unit, person, details);
        return (person, [.. details.Phones.Where(p => !string.IsNullOrWhiteSpace(p.Number)).Select(p => Phone(unit, person.Id, p))]);
    }

    private static void Fill(Unit unit, Person person, PersonDetails details)
    {
        person.GivenName = Clean(details.GivenName) ?? "";
        person.Surname = Clean(details.Surname) ?? "";
        person.KnownAs = Clean(details.KnownAs);
        person.DateOfBirth = details.DateOfBirth;
        person.Gender = Clean(details.Gender);
        person.Ethnicity = Clean(details.Ethnicity);
        person.Language = Clean(details.Language);
        person.Address = Clean(details.Address);
        person.Postcode = Clean(details.Postcode)?.ToUpperInvariant();
        person.PostcodeKey = PostcodeKeys.Normalise(person.Postcode);
        person.Email = Clean(details.Email);
        person.Voicemail = details.Voicemail;
        person.SafeTimes = Reseal(unit, person.Id, PersonWords.SafeTimes, person.SafeTimes, details.SafeTimes);
        person.WhoMayAnswer = Reseal(unit, person.Id, PersonWords.WhoMayAnswer, person.WhoMayAnswer, details.WhoMayAnswer);
        person.CommunicationNeeds = Reseal(unit, person.Id, PersonWords.CommunicationNeeds, person.CommunicationNeeds, details.CommunicationNeeds);
        person.BeforeRinging = Reseal(unit, person.Id, PersonWords.BeforeRinging, person.BeforeRinging, details.BeforeRinging);
    }

    /// <summary>The same words stay sealed as they are: sealing them anew would look like a change.</summary>
    internal static Sealed? Reseal(Unit unit, PersonId person, string column, Sealed? now, string? words)
    {
        var wanted = Clean(words);
        return unit.Open(column, person.Value, now) == wanted ? now : unit.Seal(person, column, person.Value, wanted);
    }

    private static async Task<bool> ChangePhonesAsync(Unit unit, PersonId person, IReadOnlyList<PhoneDetails> wanted)
    {
        var changed = false;
        var left = wanted.Where(p => !string.IsNullOrWhiteSpace(p.Number)).Select(p => Phone(unit, person, p)).ToList();
        foreach (var phone in await unit.Db.Phones.Where(p => p.PersonId == person).ToListAsync())
        {
            var at = left.FindIndex(p => p.Number == phone.Number);
            if (at < 0)
            {
                unit.Db.Phones.Remove(phone);
                changed = true;
                continue;
            }

            changed |= phone.Note != left[at].Note;
            phone.Note = left[at].Note;
            left.RemoveAt(at);
        }

        unit.Db.Phones.AddRange(left);
        return changed || left.Count > 0;
    }

    private static PersonPhone Phone(Unit unit, PersonId person, PhoneDetails phone) => new()
    {
        Id = Ids.New(),
        PersonId = person,
        Number = phone.Number.Trim(),
        Reversed = PhoneKeys.Reversed(phone.Number, unit.Store.Profile.Region) ?? "",
        Note = Clean(phone.Note),
    };

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
