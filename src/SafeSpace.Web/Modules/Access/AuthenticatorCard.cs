using QRCoder;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;

namespace SafeSpace.Web.Modules.Access;

/// <summary>The key for an authenticator app, as a picture to scan and as text to type.</summary>
public sealed record AuthenticatorCard(string Key, string Svg)
{
    /// <summary>The key in groups of four, as people type it.</summary>
    public string Spoken => string.Join(' ', Key.Chunk(4).Select(four => new string(four)));

    /// <summary>Keeps the key that was on the page before; anything that is no key gives way to a new one.</summary>
    public static AuthenticatorCard For(string? key, User user, GroupStore store)
    {
        var kept = key is { Length: 32 } && key.All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7')) ? key : OneTimeCode.NewKey();
        var label = Uri.EscapeDataString($"Safe Space {store.Slug}:{user.Email}");
        using var code = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{label}?secret={kept}&issuer={Uri.EscapeDataString("Safe Space " + store.Slug)}", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return new AuthenticatorCard(kept, picture.GetGraphic(6, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
