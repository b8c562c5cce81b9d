using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>Moves of a case that people make by hand. A wrong move is refused with its reason.</summary>
public sealed class CaseService(GroupStore store)
{
    public Task<CaseMove> StepDownAsync(PersonId person, DateOnly on, Actor by) =>
        store.Write("CaseSteppedDown", by, unit => CaseWriter.StepDownAsync(unit, person, on));

    public Task<CaseMove> StepUpAsync(PersonId person, Actor by, string? why) =>
        store.Write("CaseSteppedUp", by, unit => CaseWriter.StepUpAsync(unit, person), why);

    /// <param name="helpersMayHear">The person agreed that the peers who supported them hear how it ended.</param>
    public Task<CaseMove> CloseAsync(PersonId person, DateOnly on, string? reason, string? howThingsAre, Actor by, bool helpersMayHear = false) =>
        store.Write("CaseClosed", by, unit => CaseWriter.CloseAsync(unit, person, on, reason, howThingsAre, helpersMayHear));
}
