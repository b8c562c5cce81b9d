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

    public Task<CaseMove> CloseAsync(PersonId person, DateOnly on, string? reason, string? howThingsAre, Actor by) =>
        store.Write("CaseClosed", by, unit => CaseWriter.CloseAsync(unit, person, on, reason, howThingsAre));

    /// <summary>The person came back directly, without a referral: a new spell from today.</summary>
    public Task<CaseMove> ReopenAsync(PersonId person, Actor by, string? why) =>
        store.Write("CaseReopened", by, async unit =>
        {
            if (await CaseWriter.FindAsync(unit, person) is { State: not CaseState.Closed })
                return CaseMove.AlreadyOpen;
            await CaseWriter.OpenAsync(unit, person, unit.Clock.DayOf(unit.Now), team: null);
            return CaseMove.Done;
        }, why);

    /// <summary>It was closed by mistake: the same spell goes on.</summary>
    public Task<CaseMove> UndoCloseAsync(PersonId person, Actor by, string? why) =>
        store.Write("CaseCloseUndone", by, unit => CaseWriter.UndoCloseAsync(unit, person), why);
}
