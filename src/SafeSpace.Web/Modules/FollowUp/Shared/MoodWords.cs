using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Shared;

/// <summary>How somebody feels, in five words. The word comes first; no colour says it.</summary>
public static class MoodWords
{
    private static readonly string[] Said = ["Very bad", "Bad", "So-so", "Good", "Very good"];

    /// <summary>English; translated where it is shown.</summary>
    public static string Of(int mood) => Said[mood - 1];

    public static IReadOnlyList<Choice> Choices(Texts texts) => [new("", texts["Not asked"]), .. Said.Select((word, i) => new Choice((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), texts[word]))];

    /// <summary>"Felt: bad, then good"; null when neither was noted.</summary>
    public static string? Line(int? before, int? after, Texts texts) => (before, after) switch
    {
        (null, null) => null,
        ({ } b, { } a) => texts["Felt before: {0}. After: {1}.", texts[Of(b)], texts[Of(a)]],
        ({ } b, null) => texts["Felt before: {0}.", texts[Of(b)]],
        (null, { } a) => texts["Felt after: {0}.", texts[Of(a)]],
    };
}
