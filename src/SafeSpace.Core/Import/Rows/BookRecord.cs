namespace SafeSpace.Core.Import.Rows;

/// <summary>What rows of every book share.</summary>
/// <param name="Reference">Written the group's way; null where the row has none.</param>
/// <param name="Fingerprint">Of every cell as typed; the same row in the same book has the same one, in every import.</param>
public abstract record BookRecord(string? Reference, string Given, string Surname, UInt128 Fingerprint)
{
    public bool HasName => Given.Length > 0 || Surname.Length > 0;

    public string FullName => $"{Given} {Surname}".Trim();
}
