using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Register.Matching.Scoring;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.Shared;

/// <summary>Why two records look alike, in words; what speaks against it is said too.</summary>
public static class PairWords
{
    public static string Why(Texts t, PairOffer offer) =>
        string.Join(" · ", offer.Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => t[Enum.Parse<MatchReason>(r).InWords()]));
}
