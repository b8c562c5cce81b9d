using System.Security.Cryptography;
using System.Text;

namespace SafeSpace.Core.Desk.NightSheet;

/// <summary>Words sealed with a passphrase, as a browser opens them by itself: PBKDF2 (SHA-256) makes the key, AES-GCM seals.</summary>
/// <param name="Iterations">As OWASP asks for in 2023; a passphrase tried by machine costs as much each time.</param>
public sealed record SealedSheet(byte[] Salt, byte[] Nonce, byte[] Words, int Iterations)
{
    public const int Rounds = 600_000;

    /// <summary>What is typed on a phone at night and guessed by nobody: four words, or sixteen letters.</summary>
    public const int ShortestPassphrase = 16;

    private const int KeyLength = 32, TagLength = 16;

    public static SealedSheet Seal(string passphrase, string words)
    {
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(12));
        var text = Encoding.UTF8.GetBytes(words);
        var sealedWords = new byte[text.Length + TagLength]; // the tag comes last, where browsers look for it
        using var gcm = new AesGcm(KeyOf(passphrase, salt, Rounds), TagLength);
        gcm.Encrypt(nonce, text, sealedWords.AsSpan(0, text.Length), sealedWords.AsSpan(text.Length));
        return new SealedSheet(salt, nonce, sealedWords, Rounds);
    }

    /// <exception cref="CryptographicException">The passphrase is another one.</exception>
    public string Open(string passphrase)
    {
        var text = new byte[Words.Length - TagLength];
        using var gcm = new AesGcm(KeyOf(passphrase, Salt, Iterations), TagLength);
        gcm.Decrypt(Nonce, Words.AsSpan(0, text.Length), Words.AsSpan(text.Length), text);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Spaces at the ends and between words are folded: nobody sees them while typing.</summary>
    public static string Fold(string? passphrase) => string.Join(' ', (passphrase ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static byte[] KeyOf(string passphrase, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Fold(passphrase).Normalize(NormalizationForm.FormC), salt, rounds, HashAlgorithmName.SHA256, KeyLength);
}
