namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>How a typed word and a stored word agree, the closest first.</summary>
public enum WordMatchKind
{
    /// <summary>The same letters.</summary>
    Exact,

    /// <summary>Forms of one given name: Kate, Katarzyna.</summary>
    ShortForm,

    /// <summary>One letter dropped, added or replaced, or two neighbours swapped.</summary>
    OneTypo,

    /// <summary>Spelt differently, said alike: Stephen, Steven.</summary>
    SoundsAlike,

    /// <summary>The same name in another script.</summary>
    Romanised,

    /// <summary>Different words.</summary>
    None,
}
