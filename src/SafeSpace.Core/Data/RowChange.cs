using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>One recorded row, before and after a unit of work. Before is null for a new row, after for a removed one.</summary>
public sealed class RowChange
{
    public required string Table { get; init; }

    public required Guid RowId { get; init; }

    public PersonId? About { get; init; }

    public object? Before { get; init; }

    public object? After { get; set; }

    /// <summary>Changed columns with what they held and hold; null for rows put in by the thousand, whose hash says enough.</summary>
    public Dictionary<string, ColumnChange>? Columns { get; init; }

    public byte[] StateHash { get; set; } = new byte[RowState.HashLength];
}

public sealed record ColumnChange(object? Before, object? After);

/// <summary>The packed list of rows inside an operation.</summary>
public static class RowList
{
    public const int EntryLength = 4 + 16 + RowState.HashLength;

    public static byte[] Pack(IReadOnlyCollection<RowChange> changes)
    {
        var bytes = new byte[changes.Count * EntryLength];
        var at = bytes.AsSpan();
        foreach (var change in changes)
        {
            TableCode(change.Table).CopyTo(at);
            change.RowId.TryWriteBytes(at[4..], bigEndian: true, out _);
            change.StateHash.CopyTo(at[20..]);
            at = at[EntryLength..];
        }

        return bytes;
    }

    public static IEnumerable<(uint Table, Guid RowId, ReadOnlyMemory<byte> Hash)> Read(byte[] packed)
    {
        for (var i = 0; i + EntryLength <= packed.Length; i += EntryLength)
        {
            yield return (
                BitConverter.ToUInt32(packed, i),
                new Guid(packed.AsSpan(i + 4, 16), bigEndian: true),
                packed.AsMemory(i + 20, RowState.HashLength));
        }
    }

    /// <summary>Four bytes that stand for a table. A test sees that no two tables share them.</summary>
    public static byte[] TableCode(string table) => SHA256.HashData(Encoding.UTF8.GetBytes(table))[..4];
}
