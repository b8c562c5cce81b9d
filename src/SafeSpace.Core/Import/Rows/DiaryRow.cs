using SafeSpace.Core.Diary;

namespace SafeSpace.Core.Import.Rows;

/// <summary>One row of a diary: a contact, as understood.</summary>
public sealed record DiaryRow(string? Reference, string Given, string Surname, UInt128 Fingerprint)
    : BookRecord(Reference, Given, Surname, Fingerprint)
{
    public required DateOnly On { get; init; }

    /// <summary>In the group's time zone; null where nobody wrote it down.</summary>
    public TimeOnly? At { get; init; }

    public required ContactKind Kind { get; init; }

    /// <summary>Null: unknown, never 0.</summary>
    public int? Minutes { get; init; }

    public string? Peer { get; init; }

    public string? Notes { get; init; }
}
