using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>What became of a move of a case: done, or why not.</summary>
public enum CaseMove
{
    Done,
    NoCase,
    AlreadyOpen,
    AlreadySteppedDown,
    AlreadyClosed,
    BeforeItOpened,
    InTheFuture,

    /// <summary>We were told that they have died; taking that back opens the case again.</summary>
    Died,
}

/// <summary>Moves cases inside a unit of work, and keeps what lists show of them right. One case for each person; a spell for each stretch.</summary>
public static class CaseWriter
{
    /// <summary>Opens a person's case, or reopens it: a new spell from this day. There must be no spell open.</summary>
    public static async Task<Spell> OpenAsync(Unit unit, PersonId person, DateOnly on, string? team)
    {
        var @case = await FindAsync(unit, person);
        if (@case is { State: not CaseState.Closed })
            throw new InvalidOperationException("A case that is open cannot be opened again.");
        if (@case is null)
            unit.Db.Cases.Add(@case = new Case { Id = CaseId.New(), PersonId = person });
        @case.State = CaseState.Open;
        @case.OpenedOn = on;
        @case.Team = team;
        @case.FirstAnsweredAt = null;
        var spell = new Spell { Id = SpellId.New(), CaseId = @case.Id, PersonId = person, OpenedOn = on };
        unit.Db.Spells.Add(spell);
        return spell;
    }

    public static async Task<CaseMove> StepDownAsync(Unit unit, PersonId person, DateOnly on)
    {
        var (@case, spell, refused) = await NewestAsync(unit, person, on);
        if (refused is { } no)
            return no;
        if (@case!.State != CaseState.Open)
            return @case.State == CaseState.Closed ? CaseMove.AlreadyClosed : CaseMove.AlreadySteppedDown;
        @case.State = CaseState.SteppedDown;
        spell!.SteppedDownOn = on;
        return CaseMove.Done;
    }

    /// <summary>Things got harder again in the same crisis: back from stepped down to open.</summary>
    public static async Task<CaseMove> StepUpAsync(Unit unit, PersonId person)
    {
        var (@case, spell, refused) = await NewestAsync(unit, person, null);
        if (refused is { } no)
            return no;
        if (@case!.State != CaseState.SteppedDown)
            return @case.State == CaseState.Closed ? CaseMove.AlreadyClosed : CaseMove.AlreadyOpen;
        @case.State = CaseState.Open;
        spell!.SteppedDownOn = null;
        return CaseMove.Done;
    }

    /// <param name="reason">An entry of the group's list of reasons, or null.</param>
    /// <param name="howThingsAre">In words; sealed.</param>
    public static async Task<CaseMove> CloseAsync(Unit unit, PersonId person, DateOnly on, string? reason, string? howThingsAre, bool helpersMayHear = false)
    {
        var (@case, spell, refused) = await NewestAsync(unit, person, on);
        if (refused is { } no)
            return no;
        if (@case!.State == CaseState.Closed)
            return CaseMove.AlreadyClosed;
        @case.State = CaseState.Closed;
        spell!.ClosedOn = on;
        spell.CloseReason = reason;
        spell.HowThingsAre = unit.Seal(person, PersonWords.HowThingsAre, spell.Id.Value, howThingsAre);
        spell.HelpersMayHear = helpersMayHear ? true : null;
        return CaseMove.Done;
    }

    /// <summary>It was closed by mistake: the same spell goes on as if it had not been.</summary>
    public static async Task<CaseMove> UndoCloseAsync(Unit unit, PersonId person)
    {
        var (@case, spell, refused) = await NewestAsync(unit, person, null);
        if (refused is { } no)
            return no;
        if (@case!.State != CaseState.Closed)
            return CaseMove.AlreadyOpen;
        @case.State = spell!.SteppedDownOn is null ? CaseState.Open : CaseState.SteppedDown;
        spell.ClosedOn = null;
        spell.CloseReason = null;
        spell.HowThingsAre = null;
        spell.HelpersMayHear = null;
        return CaseMove.Done;
    }

    /// <summary>Works out what lists show from the spells: after an import, a merge or an undo. A person without spells has no case.</summary>
    public static async Task RefreshAsync(Unit unit, PersonId person)
    {
        await unit.Db.SaveChangesAsync();
        var @case = await FindAsync(unit, person);
        var newest = await NewestSpellAsync(unit, person);
        if (newest is null)
        {
            if (@case is not null)
                unit.Db.Cases.Remove(@case);
            return;
        }

        Show(@case ?? throw new InvalidOperationException("A spell stands in a case."), newest);
    }

    /// <summary>What lists show of a case is what its newest spell says.</summary>
    internal static void Show(Case @case, Spell newest)
    {
        @case.OpenedOn = newest.OpenedOn;
        @case.State = newest.ClosedOn is not null ? CaseState.Closed : newest.SteppedDownOn is not null ? CaseState.SteppedDown : CaseState.Open;
    }

    /// <summary>A person's case, also one this unit has just made.</summary>
    public static async Task<Case?> FindAsync(Unit unit, PersonId person) =>
        unit.Db.Cases.Local.FirstOrDefault(c => c.PersonId == person) ?? await OfPerson.AskAsync(unit.Db, person);

    private static readonly Question<PersonId, Case?> OfPerson = new((db, person) => db.Set<Case>().SingleOrDefault(c => c.PersonId == person));

    /// <summary>The newest spell: an open one stands before any that is closed.</summary>
    public static async Task<Spell?> NewestSpellAsync(Unit unit, PersonId person)
    {
        await SpellsOf.AskAsync(unit.Db, person);
        return Newest(unit.Db.Spells.Local.Where(s => s.PersonId == person));
    }

    /// <inheritdoc cref="NewestSpellAsync"/>
    internal static Spell? Newest(IEnumerable<Spell> spells) =>
        spells.OrderByDescending(s => s.ClosedOn is null).ThenByDescending(s => s.OpenedOn).ThenByDescending(s => s.Id.Value).FirstOrDefault();

    /// <summary>A person's spells, as they lie in the store.</summary>
    internal static readonly ListQuestion<PersonId, Spell> SpellsOf = new((db, person) => db.Set<Spell>().Where(s => s.PersonId == person));

    private static async Task<(Case? Case, Spell? Spell, CaseMove? Refused)> NewestAsync(Unit unit, PersonId person, DateOnly? on)
    {
        var @case = await FindAsync(unit, person);
        var spell = @case is null ? null : await NewestSpellAsync(unit, person);
        CaseMove? refused = spell is null ? CaseMove.NoCase
            : on < spell.OpenedOn ? CaseMove.BeforeItOpened
            : on > unit.Clock.DayOf(unit.Now) ? CaseMove.InTheFuture
            : null;
        return (@case, spell, refused);
    }
}
