using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Import.Rows;

/// <summary>A record and the person it belongs to.</summary>
/// <param name="IsNewPerson">This row is the first we ever heard of them.</param>
public sealed record RowImported(RowPlace Place, BookRecord Row, KnownPerson Person, bool IsNewPerson) : RowOutcome(Place);
