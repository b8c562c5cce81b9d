using System.Security.Cryptography;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>A key as somebody writes it down and types it back: sixteen fours of hexadecimal digits, and one four that shows a slip of the pen.</summary>
public static class KeyPaper
{
    public static string Of(byte[] key) => string.Join(' ', (Convert.ToHexStringLower(key) + Check(key)).Chunk(4).Select(four => new string(four)));

    /// <exception cref="SafeSpaceException">It is no such code.</exception>
    public static byte[] Read(string typed)
    {
        var digits = new string([.. typed.Where(c => !char.IsWhiteSpace(c) && c != '-')]).ToLowerInvariant();
        if (digits.Length != 68 || !digits.All(char.IsAsciiHexDigit))
            throw new SafeSpaceException("This is no key from paper: it has seventeen groups of four digits and letters from a to f.");
        var key = Convert.FromHexString(digits[..64]);
        return Check(key) == digits[64..] ? key : throw new SafeSpaceException("There is a slip in this key: the last four do not fit the rest. Look at each four again.");
    }

    private static string Check(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 2));
}
