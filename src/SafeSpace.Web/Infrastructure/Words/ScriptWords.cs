using System.Text.Json;

namespace SafeSpace.Web.Infrastructure.Words;

/// <summary>What the scripts say; the page hands it to them in its own language.</summary>
public static class ScriptWords
{
    public static readonly IReadOnlyList<string> All =
        [
            "saved {0}", "not saved yet, still here", "We kept what you typed.", "Use it", "Throw it away", "no line just now: kept on this device, sent when it is back",
            "This form is open in another window too. Each keeps its own words.",
        ];

    public static string Json(Texts texts) => JsonSerializer.Serialize(All.ToDictionary(text => text, text => texts[text]));
}
