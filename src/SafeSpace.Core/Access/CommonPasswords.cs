using System.Security.Cryptography;
using System.Text;

namespace SafeSpace.Core.Access;

/// <summary>
/// The passwords most people use, so that nobody here does: the 10,000 commonest of twelve letters and more, and the 10,000 commonest shorter
/// words, which with a number behind them are no better. Kept as the beginnings of their hashes: the words themselves are often ugly, and
/// sometimes were somebody's name. Where they come from: NOTICE.
/// </summary>
internal static class CommonPasswords
{
    private const int Length = 6;
    private const int Shortest = 5;
    private static readonly Lazy<byte[]> Hashes = new(Read);

    /// <param name="plain">In small letters.</param>
    public static bool Are(string plain)
    {
        var core = plain.Trim([.. plain.Where(c => !char.IsLetter(c))]);
        return Has(plain) || (core.Length >= Shortest && (Has(core) || Repeated(core)));
    }

    /// <summary>"dragondragon", "qwertyqwerty".</summary>
    private static bool Repeated(string core)
    {
        for (var length = Shortest; length <= core.Length / 2; length++)
        {
            var one = core[..length];
            if (core.Length % length == 0 && core == string.Concat(Enumerable.Repeat(one, core.Length / length)) && Has(one))
                return true;
        }

        return false;
    }

    private static bool Has(string word)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(word)).AsSpan(0, Length);
        var (low, high) = (0, (Hashes.Value.Length / Length) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (Hashes.Value.AsSpan(middle * Length, Length).SequenceCompareTo(hash))
            {
                case 0:
                    return true;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return false;
    }

    private static byte[] Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
