using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>Two people of a list, by their places in it (from 0, the first the lower), and how they compare.</summary>
public sealed record ListPair(int First, int Second, PersonMatch Match);
