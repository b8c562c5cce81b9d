using SafeSpace.Core.Register.Matching.Details;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>Reads the rows of a list as people, by its columns.</summary>
public sealed class PeopleRows
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly PeopleColumns columns;
    private readonly int lastYear;
    private readonly string region;

    /// <param name="headers">The first row.</param>
    /// <param name="columns">Null: recognised by the headers.</param>
    /// <param name="lastYear">The latest year anybody in the list can be born in (two-figure years).</param>
    /// <param name="region">The country whose phone numbers are written without a country code.</param>
    /// <exception cref="PeopleListException">No names, or a column that is not there.</exception>
    public PeopleRows(IReadOnlyList<string> headers, PeopleColumns? columns, int lastYear, string region = "GB")
    {
        for (var i = 0; i < headers.Count; i++) places.TryAdd(headers[i].Trim().TrimStart('\uFEFF'), i);
        this.columns = columns ?? PeopleColumns.Recognise([.. places.Keys]);
        this.lastYear = lastYear;
        this.region = region;
        if (!this.columns.HasNames)
            throw new PeopleListException("No column holds names. Give the columns a first row such as 'First name, Surname, Date of birth', or name them in a mapping.");
        foreach (var column in Named(this.columns))
        {
            if (!places.ContainsKey(column.Trim())) throw new PeopleListException($"There is no column '{column}' in the first row: {string.Join(", ", places.Keys)}.");
        }
    }

    public string? Reference(IReadOnlyList<string> row) => Cell(row, columns.Reference);

    public ComparedPerson Person(IReadOnlyList<string> row)
    {
        var (given, surname) = Names(row);
        return new ComparedPerson
        {
            GivenName = given,
            Surname = surname,
            KnownAs = Cell(row, columns.KnownAs),
            Born = BirthDateText.Parse(Cell(row, columns.Born), lastYear),
            Phones = [.. columns.Phones.SelectMany(column => PhoneKeys.AllIn(Cell(row, column), region))],
            House = Cell(row, columns.House),
            Street = Cell(row, columns.Street),
            AddressLine = Cell(row, columns.AddressLine),
            Place = Cell(row, columns.Place),
            Postcode = Cell(row, columns.Postcode),
            Area = Cell(row, columns.Area),
            Gender = Cell(row, columns.Gender),
        };
    }

    private (string? Given, string? Surname) Names(IReadOnlyList<string> row)
    {
        if (Cell(row, columns.FullName) is not { } full) return (Cell(row, columns.GivenName), Cell(row, columns.Surname));
        var comma = full.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0) return (full[(comma + 1)..].Trim(), full[..comma].Trim());
        var space = full.LastIndexOf(' ');
        return space < 0 ? (full, null) : (full[..space].Trim(), full[(space + 1)..]);
    }

    private string? Cell(IReadOnlyList<string> row, string? column) =>
        column is not null && places.TryGetValue(column.Trim(), out var place) && place < row.Count && row[place].Trim() is { Length: > 0 } cell ? cell : null;

    private static IEnumerable<string> Named(PeopleColumns columns) => new[]
    {
        columns.Reference, columns.GivenName, columns.Surname, columns.FullName, columns.KnownAs, columns.Born, columns.House, columns.Street,
        columns.AddressLine, columns.Place, columns.Postcode, columns.Area, columns.Gender,
    }.OfType<string>().Concat(columns.Phones);
}
