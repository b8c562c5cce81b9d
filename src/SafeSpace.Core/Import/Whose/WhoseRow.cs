using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Whose;

/// <summary>
/// Finds the person each row belongs to. A reference decides; without one, the one person of that name. Two different references are never
/// joined here: whether they are one person is for people to decide.
/// </summary>
public sealed class WhoseRow(KnownPeople people)
{
    private readonly HashSet<Guid> seen = [];

    /// <summary>First time through a register: rows with a reference bring their people, so that rows without one find them wherever they stand.</summary>
    public void Meet(RegisterRow row)
    {
        if (row.Reference is null) return;
        if (people.ByReference(row.Reference) is { } known) people.Learn(known, row.Given, row.Surname, row.BornOn, row.Phones);
        else if (row.HasName) people.Add(row.Reference, row.Given, row.Surname, row.BornOn, row.Phones);
    }

    public RowOutcome Resolve(RowPlace place, BookRecord row) => row switch
    {
        RegisterRow register => Register(place, register),
        DiaryRow diary => Diary(place, diary),
        _ => throw new InvalidOperationException($"Nobody can say whose a {row.GetType().Name} is."),
    };

    private RowOutcome Register(RowPlace place, RegisterRow row)
    {
        if (row.Reference is { } reference)
            return people.ByReference(reference) is { } known
                ? Imported(place, row, known)
                : new RowRefused(place, Refusals.NoNameAndNoKnownReference, $"The row has no name, and nobody is known as {reference}. Write the name in.") { Row = row };
        if (!row.HasName) return new RowRefused(place, Refusals.NoNameAndNoKnownReference, "The row has no name and no reference. Write one of them in.");

        var same = people.ByName(row.Given, row.Surname).Where(person => IsSame(person, row)).ToList();
        if (same.Count > 1) return TwoPeople(place, row);
        if (same.Count == 1) people.Learn(same[0], row.Given, row.Surname, row.BornOn, row.Phones);
        return Imported(place, row, same.Count == 1 ? same[0] : people.Add(null, row.Given, row.Surname, row.BornOn, row.Phones));
    }

    /// <summary>The same date of birth; where one of them has none, the same phone.</summary>
    private static bool IsSame(KnownPerson person, RegisterRow row) =>
        person.BornOn is { } born && row.BornOn is { } says ? born == says : person.HasPhone(row.Phones);

    private RowOutcome Diary(RowPlace place, DiaryRow row)
    {
        if (row.Reference is { } reference)
            return people.ByReference(reference) is { } known
                ? Imported(place, row, known)
                : new RowRefused(place, Refusals.UnknownReference, $"Nobody is known as {reference}. Correct the reference, or import the register first.") { Row = row };
        if (!row.HasName) return new RowRefused(place, Refusals.NoReferenceAndNoName, "The row does not say who it was. Write the reference or the name in.");

        var named = people.ByName(row.Given, row.Surname);
        return named.Count switch
        {
            0 => new RowRefused(place, Refusals.NobodyOfThatName, $"Nobody is known by the name “{row.FullName}”. Write the reference in.") { Row = row },
            1 => Imported(place, row, named[0]),
            _ => TwoPeople(place, row),
        };
    }

    private static RowRefused TwoPeople(RowPlace place, BookRecord row) =>
        new(place, Refusals.TwoPeopleOfThatName, $"More than one person is known by the name “{row.FullName}”. Write the reference in.") { Row = row };

    private RowImported Imported(RowPlace place, BookRecord row, KnownPerson person) =>
        new(place, row, person, !person.IsInStore && seen.Add(person.Id));
}
