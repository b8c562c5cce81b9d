using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Died;

/// <summary>
/// What a module stops when somebody has died, and starts again when it was a mistake. Lists need no step: they ask for
/// people who live. Listed in <c>House.DeathSteps</c>, which says whoever adds a promise, message or link must add its step.
/// </summary>
public interface IDeathStep
{
    Task StopAsync(Stopping stopping);

    /// <summary>Puts back what this step stopped, as it was.</summary>
    Task StartAgainAsync(Stopping stopping);
}

/// <summary>One death while it is said or taken back: notes what stopped, and gives it back.</summary>
public sealed class Stopping(Unit unit, Death death)
{
    public Unit Unit => unit;

    public Death Death => death;

    public PersonId Person => death.PersonId;

    public void Note(string what, Guid row) => unit.Db.StoppedRows.Add(new StoppedRow
    {
        Id = Ids.New(),
        DeathId = death.Id,
        PersonId = death.PersonId,
        What = what,
        StoppedId = row,
    });

    /// <summary>The rows of one kind that this death stopped and that have not started again; they count as started from here.</summary>
    public async Task<IReadOnlyList<Guid>> TakeAsync(string what)
    {
        var rows = await unit.Db.StoppedRows.Where(s => s.DeathId == death.Id && s.What == what && s.StartedAgainAt == null).ToListAsync();
        rows.ForEach(r => r.StartedAgainAt = unit.Now);
        return rows.ConvertAll(r => r.StoppedId);
    }
}

/// <summary>The case and the links of the register itself.</summary>
public sealed class DeathInRegister : IDeathStep
{
    /// <summary>The case closes, so that nobody is counted as supported who has died; its figures until then stand.</summary>
    public const string CloseReason = "died";

    private const string Case = "case", Account = "account";

    private static readonly List<Role> Colleagues = [.. Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.SeePeople))];

    public async Task StopAsync(Stopping stopping)
    {
        var unit = stopping.Unit;
        if (await CaseWriter.FindAsync(unit, stopping.Person) is { State: not CaseState.Closed } @case && await CaseWriter.NewestSpellAsync(unit, stopping.Person) is { } spell)
        {
            var today = unit.Clock.DayOf(unit.Now);
            if (await CaseWriter.CloseAsync(unit, stopping.Person, spell.OpenedOn > today ? spell.OpenedOn : today, CloseReason, null) == CaseMove.Done)
                stopping.Note(Case, @case.Id.Value);
        }

        // A colleague's link with their own record stays, and that of who was one: the wall around it stands on it, in death too.
        var colleagues = unit.Db.UserRoles.Where(r => Colleagues.Contains(r.Role));
        foreach (var link in await unit.Db.PersonAccounts.Where(a => a.PersonId == stopping.Person && a.Until == null && a.WalledAt == null && !colleagues.Any(r => r.UserId == a.UserId)).ToListAsync())
        {
            link.Until = unit.Now;
            stopping.Note(Account, link.Id);
        }
    }

    public async Task StartAgainAsync(Stopping stopping)
    {
        var unit = stopping.Unit;
        if ((await stopping.TakeAsync(Case)).Count > 0)
            await CaseWriter.UndoCloseAsync(unit, stopping.Person);
        var links = await stopping.TakeAsync(Account);
        foreach (var link in await unit.Db.PersonAccounts.Where(a => links.Contains(a.Id)).ToListAsync())
        {
            // The account may have been joined with somebody else meanwhile: one account, one person.
            if (!await unit.Db.PersonAccounts.AnyAsync(a => a.UserId == link.UserId && a.Until == null))
                link.Until = null;
        }
    }
}
