using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>
/// What a module does when the rows of two records come together or part again. The register moves every row about a person by
/// itself; a module only puts right what it works out from rows, or what two people may not have both. Listed in <c>House.MergeSteps</c>.
/// </summary>
public interface IMergeStep
{
    /// <summary>Before the rows of <paramref name="gone"/> become rows of <paramref name="kept"/>.</summary>
    Task BeforeMoveAsync(Unit unit, PersonId kept, PersonId gone) => Task.CompletedTask;

    /// <summary>After rows came to a person or went: works out anew what follows from them.</summary>
    Task AfterMoveAsync(Unit unit, PersonId person) => Task.CompletedTask;
}
