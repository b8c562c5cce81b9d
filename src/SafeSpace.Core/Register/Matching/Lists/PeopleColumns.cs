using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>Which columns of a list say what, by their headers. Several columns may hold phones. Null: the list has no such column.</summary>
public sealed record PeopleColumns
{
    /// <summary>The list's own number for a row; only told back, never compared.</summary>
    public string? Reference { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    /// <summary>Both names in one column: "Given Surname", or with a comma "Surname, Given".</summary>
    public string? FullName { get; init; }

    public string? KnownAs { get; init; }

    public string? Born { get; init; }

    public IReadOnlyList<string> Phones { get; init; } = [];

    public string? House { get; init; }

    public string? Street { get; init; }

    public string? AddressLine { get; init; }

    public string? Place { get; init; }

    public string? Postcode { get; init; }

    public string? Area { get; init; }

    public string? Gender { get; init; }

    /// <summary>There is enough to compare people by.</summary>
    public bool HasNames => GivenName is not null || Surname is not null || FullName is not null;

    /// <summary>Finds the columns by the headers people commonly write. The first of several that fit is taken.</summary>
    public static PeopleColumns Recognise(IReadOnlyList<string> headers)
    {
        string? Find(params string[] names) => names.Select(name => headers.FirstOrDefault(header => Key(header) == name)).FirstOrDefault(header => header is not null);
        var given = Find("givenname", "givennames", "firstname", "firstnames", "forename", "forenames", "given", "first", "christianname");
        var surname = Find("surname", "lastname", "familyname", "last", "family", "secondname");
        return new PeopleColumns
        {
            Reference = Find("ref", "reference", "refno", "refnumber", "referenceno", "referencenumber", "id", "recid", "personid", "memberno", "membernumber", "number", "no"),
            GivenName = given,
            Surname = surname,
            FullName = given is null && surname is null ? Find("name", "fullname", "person", "personname", "member", "membername", "nameofperson") : null,
            KnownAs = Find("knownas", "preferredname", "nickname", "alias", "likestobecalled"),
            Born = Find("dateofbirth", "dob", "birthdate", "born", "birthday", "birth"),
            Phones = [.. headers.Where(header => PhoneHeaders.Contains(Key(header)))],
            House = Find("streetnumber", "house", "housenumber", "houseno", "number1", "housename"),
            Street = Find("street", "address1", "addressline1", "address", "streetname", "road", "homeaddress"),
            AddressLine = Find("address2", "addressline2"),
            Place = Find("suburb", "town", "city", "place", "village", "address3", "addressline3", "posttown"),
            Postcode = Find("postcode", "postalcode", "zip", "zipcode", "plz", "pcode"),
            Area = Find("state", "county", "region", "area", "province"),
            Gender = Find("gender", "sex", "mf", "genderidentity"),
        };
    }

    private static readonly HashSet<string> PhoneHeaders =
        ["phone", "phoneno", "phonenumber", "telephone", "telephoneno", "tel", "telno", "mobile", "mobileno", "mobilenumber", "mobilephone", "phone1", "phone2", "homephone", "landline", "contactnumber", "contactno"];

    private static string Key(string header) => NameFolding.Fold(header).Replace(" ", "", StringComparison.Ordinal);
}
