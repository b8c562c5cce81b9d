using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>Two rows of a file that are probably one person. Rows are counted as records, the header being 1.</summary>
public sealed record FilePair(int Row, int OtherRow, string? Reference, string? OtherReference, double Score, MatchBand Band, string Why);
