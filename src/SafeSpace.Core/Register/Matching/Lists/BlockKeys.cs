using System.Runtime.InteropServices;
using SafeSpace.Core.Register.Matching.Names;
using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>
/// The keys two records of one person are likely to share at least one of. One kind is made at a time, so that a long list needs
/// the memory of one kind only.
/// </summary>
internal static class BlockKeys
{
    private const int BirthDigits = 8;

    /// <summary>Every way of finding pairs; each gives the keys of one person.</summary>
    public static IReadOnlyList<Action<PreparedPerson, List<long>>> Kinds { get; } =
        [ByBirthDate, ByBothNames, BySounds, ByNearBirthDate, ByPhone, ByAddress];

    private static void ByBirthDate(PreparedPerson person, List<long> keys)
    {
        if (person.Born is not { } born) return;
        keys.Add(Key('b', born.Digits));
        if (born.Swapped() is { } swapped) keys.Add(Key('b', string.CompareOrdinal(swapped.Digits, born.Digits) < 0 ? swapped.Digits : born.Digits));
    }

    /// <summary>One name whole, the other but for a letter, in either order.</summary>
    private static void ByBothNames(PreparedPerson person, List<long> keys)
    {
        if (person.Surname is not { } surname) return;
        foreach (var given in person.Given)
        {
            foreach (var spelling in NameKeys.Spellings(surname.Whole)) keys.Add(Join(NameKeys.Exact(given.Whole), spelling));
            foreach (var spelling in NameKeys.Spellings(given.Whole)) keys.Add(Join(NameKeys.Exact(surname.Whole), spelling));
        }
    }

    private static void BySounds(PreparedPerson person, List<long> keys)
    {
        if (person.Surname is not { } surname) return;
        foreach (var given in person.Given)
        {
            foreach (var x in Sounds(given))
            {
                foreach (var y in Sounds(surname)) keys.Add(string.CompareOrdinal(x, y) < 0 ? Key('s', $"{x} {y}") : Key('s', $"{y} {x}"));
            }
        }
    }

    /// <summary>A date of birth but for one figure, or its figures in another order, with one of the names.</summary>
    private static void ByNearBirthDate(PreparedPerson person, List<long> keys)
    {
        if (person.Born is not { } born) return;
        Span<long> dates = stackalloc long[BirthDigits + 1];
        Span<char> digits = stackalloc char[BirthDigits];
        for (var i = 0; i < BirthDigits; i++)
        {
            born.Digits.CopyTo(digits);
            digits[i] = '*';
            dates[i] = StableHash.Of('d', digits);
        }

        born.Digits.CopyTo(digits);
        digits.Sort();
        dates[BirthDigits] = StableHash.Of('o', digits);
        foreach (var name in Names(person))
        {
            var word = NameKeys.Exact(name);
            foreach (var date in dates) keys.Add(Join(word, date));
        }
    }

    private static void ByPhone(PreparedPerson person, List<long> keys)
    {
        foreach (var phone in person.Phones) keys.Add(Key('p', phone));
    }

    private static void ByAddress(PreparedPerson person, List<long> keys)
    {
        foreach (var street in new[] { person.Street, person.AddressLine })
        {
            if (street is null) continue;
            if (person.House is { } house) keys.Add(Key('h', $"{house} {street}"));
            if (person.Place is { } place) keys.Add(Key('t', $"{place} {street}"));
            if (person.Postcode is { } code) keys.Add(Key('c', $"{code} {street}"));
        }

        foreach (var name in Names(person))
        {
            if (person.Postcode is { } postcode) keys.Add(Key('n', $"{postcode} {name}"));
            if (person.Street is { } street) keys.Add(Key('l', $"{street} {name}"));
            if (person.Place is { } place) keys.Add(Key('v', $"{place} {name}"));
        }
    }

    private static IEnumerable<string> Names(PreparedPerson person)
    {
        foreach (var given in person.Given) yield return given.Whole;
        if (person.Surname is { } surname) yield return surname.Whole;
    }

    private static IReadOnlyList<string> Sounds(PreparedName name) => SoundKey.Of(Romanisation.Of(name.Whole));

    private static long Key(char kind, ReadOnlySpan<char> text) => StableHash.Of(kind, text);

    private static long Join(long a, long b)
    {
        Span<long> both = [a, b];
        return StableHash.Of('j', MemoryMarshal.Cast<long, char>(both));
    }
}
