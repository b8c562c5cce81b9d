namespace SafeSpace.Core.Import.Whose;

/// <summary>A person as an import knows them: from the group's store, or from rows read so far.</summary>
public sealed class KnownPerson
{
    private readonly HashSet<string> phoneKeys = new(StringComparer.Ordinal);

    public KnownPerson(Guid id, string? reference, string given, string surname, DateOnly? bornOn, IEnumerable<string> phones, bool isInStore)
    {
        Id = id;
        Reference = reference;
        Given = given;
        Surname = surname;
        BornOn = bornOn;
        IsInStore = isInStore;
        AddPhones(phones);
    }

    public Guid Id { get; }

    /// <summary>Null for a new person whose rows have none: they are given one when they are stored.</summary>
    public string? Reference { get; }

    public string Given { get; private set; }

    public string Surname { get; private set; }

    public DateOnly? BornOn { get; private set; }

    public bool IsInStore { get; }

    public bool HasPhone(IEnumerable<string> phones) => phones.Any(phone => phoneKeys.Contains(Key(phone)));

    /// <summary>A later row fills what the first left empty; it never changes what is known.</summary>
    internal void Learn(string given, string surname, DateOnly? bornOn, IEnumerable<string> phones)
    {
        if (Given.Length == 0 && Surname.Length == 0) (Given, Surname) = (given, surname);
        BornOn ??= bornOn;
        AddPhones(phones);
    }

    private void AddPhones(IEnumerable<string> phones)
    {
        foreach (var phone in phones) phoneKeys.Add(Key(phone));
    }

    /// <summary>The last nine digits: the same whether dialled from here or abroad.</summary>
    private static string Key(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length > 9 ? digits[^9..] : digits;
    }
}
