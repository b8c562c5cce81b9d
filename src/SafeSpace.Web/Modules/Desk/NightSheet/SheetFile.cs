using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SafeSpace.Core.Desk.NightSheet;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Desk.NightSheet;

/// <summary>
/// The sealed sheet as one file that a browser opens by itself: nothing is fetched, nothing is sent. Its own content policy lets in
/// the one script and the one style that are in it, by their hashes, and no network at all.
/// </summary>
public static class SheetFile
{
    private static readonly Lazy<string> Script = new(() => Read("sheet.js"));
    private static readonly Lazy<string> Style = new(() => Read("sheet.css"));

    /// <summary>The words of the file; said in the group's language when it is made.</summary>
    private static readonly string[] Said =
    [
        "Sheet for the night", "Passphrase", "Open", "This passphrase is not right. Please try again.", "This browser cannot open it. Try another one.",
        "Close", "Made:", "On this shift:", "Name", "Number", "Safe times", "Promised", "By", "In an emergency", "not asked", "no number", "May answer:", "What was done, and when",
        "There are more people than this sheet holds. Make one for a single shift, or look the rest up while the app is here.", "One of us waits", "Callers we do not know",
        "Write each call down with its time. When the app is back, type it in under Written on paper.",
    ];

    public static string Make(SealedSheet sheet, Texts t, string language)
    {
        var data = JsonSerializer.Serialize(new
        {
            salt = Convert.ToBase64String(sheet.Salt),
            nonce = Convert.ToBase64String(sheet.Nonce),
            rounds = sheet.Iterations,
            box = Convert.ToBase64String(sheet.Words),
            words = Said.ToDictionary(w => w, w => t[w]),
        });
        var title = WebUtility.HtmlEncode(t["Sheet for the night"]);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{WebUtility.HtmlEncode(language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{HashOf(Script.Value)}'; style-src '{HashOf(Style.Value)}'; form-action 'none'; base-uri 'none'">
            <title>{title}</title>
            <style>{Style.Value}</style>
            </head>
            <body>
            <main id="main"><h1>{title}</h1></main>
            <script type="application/json" id="sealed">{data}</script>
            <script>{Script.Value}</script>
            </body>
            </html>

            """);
    }

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using var stream = typeof(SheetFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
