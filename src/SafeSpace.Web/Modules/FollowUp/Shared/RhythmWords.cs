using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.FollowUp.Shared;

/// <summary>A rhythm as people say it.</summary>
public static class RhythmWords
{
    public static string Of(int? everyDays, string? words, Texts texts)
    {
        var every = everyDays switch
        {
            null => null,
            1 => texts["every day"],
            7 => texts["every week"],
            14 => texts["every two weeks"],
            { } days => texts["every {0} days", days],
        };
        return string.Join(": ", new[] { every, words }.OfType<string>());
    }
}
