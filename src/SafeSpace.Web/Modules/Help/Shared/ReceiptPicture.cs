namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>A photo somebody sent: what it is, by its own bytes and not by its name.</summary>
public sealed record ReceiptPicture(string Type, byte[] Bytes)
{
    public const int MostBytes = 6 << 20;

    /// <returns>The picture, or a sentence.</returns>
    public static async Task<(ReceiptPicture? Picture, string? Why)> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.Form.Files.GetFile("Photo") is not { Length: > 0 } file)
            return (null, "Please choose a photo.");
        if (file.Length > MostBytes)
            return (null, "This photo is too big: 6 MB fit.");
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        return TypeOf(bytes) is { } type ? (new ReceiptPicture(type, bytes), null) : (null, "This is not a photo we can keep: JPEG, PNG or WebP, please.");
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp" : null;
}
