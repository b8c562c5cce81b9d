using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

/// <summary>When two records are joined or parted, first, repeat and double are worked out anew.</summary>
public sealed class CountAnew : IMergeStep
{
    public Task AfterMoveAsync(Unit unit, PersonId person) => Recount.OfAsync(unit, person);
}
