namespace SafeSpace.Core.Privacy.Map;

/// <summary>What a column holds, by how careful one must be with it. docs/data-dictionary.md lists every column with its grade.</summary>
public enum Grade
{
    /// <summary>What somebody is called.</summary>
    Name,

    /// <summary>How to reach somebody, or where they live.</summary>
    Reach,

    /// <summary>A number, card, reference or link that stands for one person.</summary>
    Identifier,

    /// <summary>Free words about somebody, often about their health; sealed with their own key.</summary>
    Words,

    /// <summary>Something true of somebody, in plain: gender, language.</summary>
    Fact,

    /// <summary>An entry of one of the group's lists, or a word from a fixed set: counted.</summary>
    Choice,

    /// <summary>The name of a colleague, or of who acted.</summary>
    Colleague,

    /// <summary>What the group says of itself and its partners: nothing about a person we support.</summary>
    Group,

    /// <summary>A key, a password's hash, or the hash of a secret.</summary>
    Secret,

    /// <summary>What the machine needs to work: hashes of links, versions, columns of figures.</summary>
    Machine,
}

/// <param name="Property">As the type names it.</param>
/// <param name="Kept">Why erasing somebody leaves it; null where erasing empties it, or where the table is about nobody.</param>
public sealed record MappedColumn(string Property, Grade Grade, string? Kept);

/// <summary>How rows of a table belong to a person.</summary>
public abstract record Belongs
{
    /// <summary>By each column that holds a person's id.</summary>
    public sealed record ToPeople : Belongs;

    /// <summary>By the row they hang on: <c>Key</c> names a row of <c>Parent</c>.</summary>
    public sealed record Through(Type Parent, string Key) : Belongs;

    /// <summary>By rows that hang on them: <c>Key</c> of <c>Child</c> names this row.</summary>
    public sealed record Behind(Type Child, string Key) : Belongs;

    /// <summary>By the account, which goes with the person when it was theirs alone.</summary>
    public sealed record ToAccount : Belongs;

    /// <summary>To nobody we support: why, as the dictionary says it.</summary>
    public sealed record ToNobody(string Why) : Belongs;

    /// <summary>It names people, and erasing deals with it by a way of its own: how, as the dictionary says it.</summary>
    public sealed record ByItself(string How) : Belongs;
}

/// <param name="What">What a row is, in a few words.</param>
/// <param name="Goes">Erasing somebody removes the whole row.</param>
public sealed record MappedTable(Type Type, string What, Belongs Belongs, IReadOnlyList<MappedColumn> Columns, bool Goes = false);

/// <summary>Short words for writing the map.</summary>
internal static class Mapping
{
    public static MappedTable People<T>(string what, params MappedColumn[][] columns) => new(typeof(T), what, new Belongs.ToPeople(), Flat(columns));

    public static MappedTable Gone<T>(string what, params MappedColumn[][] columns) => new(typeof(T), what, new Belongs.ToPeople(), Flat(columns), Goes: true);

    public static MappedTable Through<T, TParent>(string key, string what, params MappedColumn[][] columns) => new(typeof(T), what, new Belongs.Through(typeof(TParent), key), Flat(columns));

    public static MappedTable Behind<T, TChild>(string key, string what, params MappedColumn[][] columns) => new(typeof(T), what, new Belongs.Behind(typeof(TChild), key), Flat(columns));

    public static MappedTable OfAccount<T>(string what, params MappedColumn[][] columns) => new(typeof(T), what, new Belongs.ToAccount(), Flat(columns), Goes: true);

    public static MappedTable Nobody<T>(string what, string why, params MappedColumn[][] columns) => new(typeof(T), what, new Belongs.ToNobody(why), Flat(columns));

    public static MappedTable ByItself<T>(string what, string how, params MappedColumn[][] columns) => new(typeof(T), what, new Belongs.ByItself(how), Flat(columns));

    public static MappedColumn[] Name(string properties) => Of(Grade.Name, properties);

    public static MappedColumn[] Reach(string properties) => Of(Grade.Reach, properties);

    public static MappedColumn[] Identifier(string properties) => Of(Grade.Identifier, properties);

    public static MappedColumn[] Words(string properties) => Of(Grade.Words, properties);

    public static MappedColumn[] Fact(string properties) => Of(Grade.Fact, properties);

    public static MappedColumn[] Choice(string properties) => Of(Grade.Choice, properties, "counted; names nobody");

    public static MappedColumn[] Colleague(string properties) => Of(Grade.Colleague, properties, "says who of us acted");

    public static MappedColumn[] Group(string properties) => Of(Grade.Group, properties, "about the group, not a person");

    public static MappedColumn[] Secret(string properties) => Of(Grade.Secret, properties, "no word of anybody");

    public static MappedColumn[] Machine(string properties) => Of(Grade.Machine, properties, "no word of anybody");

    public static MappedColumn[] Kept(Grade grade, string properties, string why) => Of(grade, properties, why);

    private static MappedColumn[] Of(Grade grade, string properties, string? kept = null) =>
        [.. properties.Split(' ').Select(p => new MappedColumn(p, grade, kept))];

    private static List<MappedColumn> Flat(MappedColumn[][] columns) => [.. columns.SelectMany(c => c)];
}
