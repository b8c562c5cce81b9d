using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>A folded word that somebody's name has. Words nobody bears go when a person is erased.</summary>
public sealed class NameWord
{
    public long Id { get; set; }

    public required string Word { get; set; }
}

/// <summary>A 64-bit key a word is found by: itself, each one-letter deletion, how it sounds, its short forms.</summary>
public sealed class NameKey
{
    public long Key { get; set; }

    public long WordId { get; set; }
}

/// <summary>Who bears a given word with a surname word. Words of 0 stand for an empty name.</summary>
public sealed class NamePair
{
    public long GivenWordId { get; set; }

    public long SurnameWordId { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>The year of their birth, so that a name and a year are found together.</summary>
    public int? BornIn { get; set; }
}
