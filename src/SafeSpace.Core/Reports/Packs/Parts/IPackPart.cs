using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>What a part reads from.</summary>
public sealed record PackSource(GroupDb Db, GroupClock Clock, Vault Vault);

/// <summary>One part of a pack: it adds its figures, says how they hang together, and lays its tables out.</summary>
public interface IPackPart
{
    Task AddAsync(PackBuilder pack, PackSource from);
}

/// <summary>All parts, in the order of the page.</summary>
public static class PackParts
{
    public static readonly IReadOnlyList<IPackPart> All =
        [new WorkPart(), new ValuePart(), new PlanPart(), new WaitingPart(), new FactorsPart(), new PeoplePart(), new WhereNextPart(), new FeedbackPart(), new SurveyPart(), new ReviewPart(), new ObjectivesPart()];
}
