using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>What a row is known again by. Nothing of it depends on the file's name or on whether two records were merged since.</summary>
internal static class RowKeys
{
    private const int Length = 16;
    private const int AfterDay = 5;

    /// <summary>
    /// Kind of book (1 byte), day (4), hash of who and when (11). The day stands in front, so that the rows of a diary, which come in the
    /// order of days, lie together in the index.
    /// </summary>
    public static byte[] Of(BookRecord row)
    {
        var (kind, day, moment) = row switch
        {
            RegisterRow register => ((byte)1, register.ReferredOn, ""),
            DiaryRow { At: { } at } diary => ((byte)2, diary.On, at.Ticks.ToString(CultureInfo.InvariantCulture)),
            DiaryRow diary => ((byte)2, diary.On, diary.Kind.ToString()),
            BookEntryRow entry => (KindOf(entry), entry.Day, entry.Mark),
            _ => throw new InvalidOperationException($"A {row.GetType().Name} has no key."),
        };
        var key = new byte[Length];
        key[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(1), day.DayNumber);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Who(row)}\n{moment}"), hash);
        hash[..(Length - AfterDay)].CopyTo(key.AsSpan(AfterDay));
        return key;
    }

    public static byte[] HashOf(BookRecord row)
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, row.Fingerprint);
        return bytes;
    }

    /// <summary>Which sheet of which file, as a number.</summary>
    public static long SourceOf(RowPlace place)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{place.File.ToUpperInvariant()}\n{place.Sheet}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    private static byte KindOf(BookEntryRow row) => row switch
    {
        SignInRow => 3,
        MemberRow => 4,
        HoursRow => 5,
        LevelRow => 6,
        CrisisRow => 7,
        IncomeRow => 8,
        _ => 9,
    };

    private static string Who(BookRecord row) => row.Reference is { } reference ? "#" + reference : NameFold.Exact(row.Given, row.Surname);
}
