using SafeSpace.Core.Desk;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>Opening times of one day as people write them: "16:30–21:00", "10 to 12, 4pm-6pm"; "18:00-02:00" is over midnight. Empty: shut.</summary>
public static class SpansText
{
    private static readonly string[] Until = ["–", "—", "-", " to ", " until ", " till "];

    public static bool TryParse(string? text, out IReadOnlyList<OpeningSpan> spans)
    {
        var read = new List<OpeningSpan>();
        spans = read;
        foreach (var part in (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(Until, StringSplitOptions.TrimEntries) is not [var opens, var closes] || !TimeText.TryParse(opens, out var from) || !TryClose(closes, out var to))
                return false;
            read.Add(new OpeningSpan(from, to));
        }

        return true;
    }

    /// <summary>As the box shows it again.</summary>
    public static string Say(IEnumerable<OpeningSpan> spans) => string.Join(", ", spans);

    private static bool TryClose(string text, out TimeOnly time)
    {
        time = TimeOnly.MinValue;
        return text is "24" or "24:00" or "24.00" or "midnight" || TimeText.TryParse(text, out time);
    }
}
