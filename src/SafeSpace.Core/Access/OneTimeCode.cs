using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace SafeSpace.Core.Access;

/// <summary>
/// Six digits that change every half minute (RFC 6238: HMAC-SHA1, 30 seconds, as every authenticator app does).
/// A code of the half minute before or after counts too: phones' clocks are not quite right.
/// </summary>
public static class OneTimeCode
{
    public const int KeyLength = 20;
    private const int Seconds = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key in Base32, as apps take it.</summary>
    public static string NewKey() => ToBase32(RandomNumberGenerator.GetBytes(KeyLength));

    public static long StepAt(DateTime utc) => (long)(DateTime.SpecifyKind(utc, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalSeconds / Seconds;

    public static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238 as apps have it: the strength of SHA-1 against collisions does not matter here.
        HMACSHA1.HashData(FromBase32(key), counter, hash);
#pragma warning restore CA5350
        var at = hash[19] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[at..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute a code belongs to; null when it is wrong, or not later than <paramref name="last"/>, the one taken before.</summary>
    public static long? Match(string key, string code, DateTime now, long last)
    {
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(At(key, step)), System.Text.Encoding.ASCII.GetBytes(digits.Length == 6 ? digits : "------"));
            if (same && step > last)
                found ??= step;
        }

        return found;
    }

    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | ((bit / 8) + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
            text[i] = Letters[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (var i = 0; i < bytes.Length * 8; i++)
        {
            var five = Letters.IndexOf(text[i / 5], StringComparison.Ordinal);
            if (((five >> (4 - (i % 5))) & 1) == 1)
                bytes[i / 8] |= (byte)(128 >> (i % 8));
        }

        return bytes;
    }
}
