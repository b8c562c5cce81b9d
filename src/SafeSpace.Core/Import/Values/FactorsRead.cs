namespace SafeSpace.Core.Import.Values;

/// <summary>The factors one cell lists, by name, and the words among them that nobody has explained yet.</summary>
/// <param name="Names">Each once, in the order written.</param>
/// <param name="Unknown">As typed: kept, shown, and easy to add to the mapping.</param>
public sealed record FactorsRead(IReadOnlyList<string> Names, IReadOnlyList<string> Unknown)
{
    public static readonly FactorsRead None = new([], []);
}
