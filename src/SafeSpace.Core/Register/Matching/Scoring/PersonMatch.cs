namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>What comparing two records gave. <c>Score</c>: the sum of the clues' points, each point doubling the odds (a base-2 likelihood ratio).</summary>
public sealed record PersonMatch(double Score, MatchBand Band, IReadOnlyList<MatchClue> Clues)
{
    /// <summary>The reasons for and against in words, the weightiest first: "same date of birth; surnames sound alike".</summary>
    public string Why => string.Join("; ", Clues.OrderByDescending(clue => Math.Abs(clue.Points)).Select(clue => clue.Reason.InWords()));

    internal bool Has(MatchReason reason) => Clues.Any(clue => clue.Reason == reason);
}
