using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>Second records of people who are in the register already, as a busy desk makes them, and people who only look alike.</summary>
internal static class LookAlikes
{
    public const int Same = 8;
    public const int Different = 4;

    public static async Task AddAsync(Unit unit)
    {
        var known = await unit.Db.People.Where(p => p.DateOfBirth != null && p.KnownAs == null).OrderBy(p => p.ReferenceNumber).Take(40).AsNoTracking().ToListAsync();
        for (var i = 0; i < Same; i++)
        {
            var person = known[i * 2];
            var phone = await unit.Db.Phones.Where(p => p.PersonId == person.Id).Select(p => p.Number).FirstAsync();
            await PersonWriter.AddAsync(unit, Again(i, person, phone));
        }

        for (var i = 0; i < Different; i++)
        {
            var person = known[(i * 2) + 21];
            var phone = await unit.Db.Phones.Where(p => p.PersonId == person.Id).Select(p => p.Number).FirstAsync();
            await PersonWriter.AddAsync(unit, Relative(i, person, phone));
        }
    }

    /// <summary>The same person, written down by somebody else: a letter wrong, day and month turned round, names turned round, no date of birth.</summary>
    private static PersonDetails Again(int i, Person person, string phone)
    {
        var (given, surname, born) = (person.GivenName, person.Surname, person.DateOfBirth!.Value);
        return (i % 4) switch
        {
            0 => Details(given, surname[..1] + surname[2..], born, phone, person),
            1 => Details(given, surname, born.Day <= 12 ? new DateOnly(born.Year, born.Day, born.Month) : born, phone, person),
            2 => Details(surname, given, born, phone, person),
            _ => Details(given, surname, null, phone, person),
        };
    }

    /// <summary>A twin, or a parent and a child of one name: one address, one phone, two people.</summary>
    private static PersonDetails Relative(int i, Person person, string phone) => i % 2 == 0
        ? Details(person.GivenName[..1] == "J" ? "Robin" : "Jules", person.Surname, person.DateOfBirth, phone, person)
        : Details(person.GivenName, person.Surname, person.DateOfBirth!.Value.AddYears(-27).AddDays(40), phone, person);

    private static PersonDetails Details(string given, string surname, DateOnly? born, string phone, Person like) =>
        new() { GivenName = given, Surname = surname, DateOfBirth = born, Phones = [new PhoneDetails(phone)], Address = like.Address, Postcode = like.Postcode, Gender = like.Gender };
}
