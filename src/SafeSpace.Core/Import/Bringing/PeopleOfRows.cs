using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>What the rows of one person tell of them. A later row fills what the first left empty; it never changes what is known.</summary>
internal static class PeopleOfRows
{
    public static PersonDetails Details(KnownPerson person, IEnumerable<RegisterRow> rows)
    {
        var all = rows.ToList();
        return new PersonDetails
        {
            GivenName = person.Given,
            Surname = person.Surname,
            DateOfBirth = person.BornOn,
            Gender = First(all, r => r.Gender),
            Address = First(all, r => r.Address),
            Postcode = First(all, r => r.Postcode),
            Phones = Phones(all),
        };
    }

    /// <summary>What is known, with what the rows tell where nothing is.</summary>
    public static PersonDetails Fill(PersonDetails known, KnownPerson person, IEnumerable<RegisterRow> rows)
    {
        var told = Details(person, rows);
        var noName = string.IsNullOrEmpty(known.GivenName) && string.IsNullOrEmpty(known.Surname);
        return known with
        {
            GivenName = noName ? told.GivenName : known.GivenName,
            Surname = noName ? told.Surname : known.Surname,
            DateOfBirth = known.DateOfBirth ?? told.DateOfBirth,
            Gender = known.Gender ?? told.Gender,
            Address = known.Address ?? told.Address,
            Postcode = known.Postcode ?? told.Postcode,
            Phones = known.Phones.Count > 0 ? known.Phones : told.Phones,
        };
    }

    private static string? First(IReadOnlyList<RegisterRow> rows, Func<RegisterRow, string?> of) => rows.Select(of).FirstOrDefault(value => value is not null);

    /// <summary>Each number once, with the words that stood beside it ("mum's"); a cell that holds no number is kept as it was typed.</summary>
    private static List<PhoneDetails> Phones(IReadOnlyList<RegisterRow> rows)
    {
        var phones = new List<PhoneDetails>();
        foreach (var row in rows)
        {
            if (row.Phones.Count == 0 && row.PhoneAsTyped is { } typed && phones.TrueForAll(p => p.Number != typed))
                phones.Add(new PhoneDetails(typed));
            foreach (var number in row.Phones.Where(n => phones.TrueForAll(p => p.Number != n)))
                phones.Add(new PhoneDetails(number, row.PhoneAsTyped?.Any(char.IsLetter) == true ? row.PhoneAsTyped : null));
        }

        return phones;
    }
}
