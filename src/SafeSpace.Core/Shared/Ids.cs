namespace SafeSpace.Core.Shared;

/// <summary>New identifiers: version 7, so that rows lie in the store in the order in which they came.</summary>
public static class Ids
{
    public static Guid New() => Guid.CreateVersion7();
}

/// <summary>An identifier that cannot be mistaken for another kind's. Stored as 16 bytes big-endian (SQLite) or uuid (PostgreSQL).</summary>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static PersonId New() => new(Ids.New());

    /// <summary>For questions to the database: before or after, as it keeps them in order.</summary>
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

public readonly record struct UserId(Guid Value) : ITypedId<UserId>
{
    public static UserId From(Guid value) => new(value);

    public static UserId New() => new(Ids.New());

    public override string ToString() => Value.ToString();
}
