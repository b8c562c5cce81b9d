using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>Secrets that are shown once: the store keeps only their hash.</summary>
public static class Secrets
{
    private const string Prefix = "ss_";

    /// <summary>Letters and digits nobody takes for one another.</summary>
    private const string Plain = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new secret of 32 random bytes, as text that fits into an address, a cookie or a header.</summary>
    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the store keeps. The secret is long and random: a plain hash cannot be guessed back.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>A code to print and type, in six fours: <c>k7dq-m2xw-9fpt-…</c>. 118 random bits, so that a plain hash of it cannot be guessed back either.</summary>
    public static string NewRecoveryCode()
    {
        var letters = RandomNumberGenerator.GetItems<char>(Plain, 24);
        return string.Join('-', letters.Chunk(4).Select(four => new string(four)));
    }

    /// <summary>Spaces, hyphens and capitals do not matter; the account is in the hash, so that one table of hashes helps against nobody.</summary>
    public static byte[] HashOfRecoveryCode(UserId user, string code) =>
        SHA256.HashData([.. user.Value.ToByteArray(true), .. Encoding.UTF8.GetBytes(new string([.. code.ToLowerInvariant().Where(char.IsLetterOrDigit)]))]);
}
