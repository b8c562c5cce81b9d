using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>
/// The hash of what a row holds, the same on both engines: every column that is not empty, by name, in the order of names.
/// An empty column is left out, so a column that a later version adds does not change what was recorded before.
/// </summary>
public static class RowState
{
    public const int HashLength = 16;

    private static readonly ConcurrentDictionary<IEntityType, (byte[] Name, IProperty Property)[]> Columns = new();

    public static byte[] Hash(IEntityType type, object entity)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write(Encoding.UTF8.GetBytes(type.GetTableName()!));
        foreach (var (name, property) in Columns.GetOrAdd(type, Describe))
        {
            var value = property.IsShadowProperty() ? null : property.GetGetter().GetClrValue(entity);
            if (value is null)
                continue;
            buffer.Write(name);
            Write(buffer, value);
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return hash[..HashLength].ToArray();
    }

    private static (byte[], IProperty)[] Describe(IEntityType type) =>
        [.. type.GetProperties()
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => (Encoding.UTF8.GetBytes("\0" + p.GetColumnName() + "="), p))];

    private static void Write(ArrayBufferWriter<byte> buffer, object value)
    {
        switch (value)
        {
            case string text:
                var span = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
                buffer.Advance(Encoding.UTF8.GetBytes(text, span));
                break;
            case Sealed words:
                buffer.Write(words.Bytes.Span);
                break;
            case byte[] bytes:
                buffer.Write(bytes);
                break;
            case Guid id:
                id.TryWriteBytes(buffer.GetSpan(16), bigEndian: true, out _);
                buffer.Advance(16);
                break;
            case DateTime moment:
                Number(buffer, GroupClock.ToMicrosecond(moment).Ticks);
                break;
            case DateOnly day:
                Number(buffer, day.DayNumber);
                break;
            case TimeOnly time:
                Number(buffer, time.Ticks);
                break;
            case bool yes:
                Number(buffer, yes ? 1 : 0);
                break;
            case int number:
                Number(buffer, number);
                break;
            case long number:
                Number(buffer, number);
                break;
            case Enum name:
                buffer.Write(Encoding.UTF8.GetBytes(name.ToString()));
                break;
            default:
                Write(buffer, ValueOf(value));
                break;
        }
    }

    /// <summary>A typed id or month: what lies in it.</summary>
    private static object ValueOf(object value) => value switch
    {
        Month month => month.Key,
        _ => Unwrap.GetOrAdd(value.GetType(), static type =>
        {
            var inner = type.GetProperty("Value") ?? throw new NotSupportedException($"No canonical form for {type.Name}.");
            return inner.GetValue!;
        })(value)!,
    };

    private static readonly ConcurrentDictionary<Type, Func<object, object?>> Unwrap = new();

    private static void Number(ArrayBufferWriter<byte> buffer, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }
}
