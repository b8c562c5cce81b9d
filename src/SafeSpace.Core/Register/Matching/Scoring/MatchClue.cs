namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>One reason and the points it adds (or takes away).</summary>
public readonly record struct MatchClue(MatchReason Reason, double Points);
