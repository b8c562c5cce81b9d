using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>A stretch of a case that the crisis log may want, and whether the log has somebody of that name on that day already.</summary>
public sealed record CrisisOffer(SpellId SpellId, PersonId PersonId, string Reference, string Name, DateOnly Day, bool InTheLogByName);

/// <summary>The crisis log: filled from the diary's own cases, one by one, or from paper. A case is in it once.</summary>
public sealed class CrisisService(GroupStore store)
{
    private const int MostOffers = 200;

    /// <summary>Cases opened or reopened in a month that nobody has looked at for the log.</summary>
    public static async Task<IReadOnlyList<CrisisOffer>> OffersAsync(GroupDb db, Month month)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var entries = db.CrisisEntries;
        var offers = await (
            from spell in db.Spells.AsNoTracking()
            where spell.OpenedOn >= first && spell.OpenedOn <= last && !entries.Any(e => e.SpellId == spell.Id)
            join person in db.PeopleWithMerged.AsNoTracking() on spell.PersonId equals person.Id
            orderby spell.OpenedOn, person.ReferenceNumber
            select new { spell.Id, person, spell.OpenedOn }).Take(MostOffers).ToListAsync();
        var logged = (await entries.AsNoTracking().Where(e => e.Day >= first && e.Day <= last && e.TakenBackAt == null && e.Kind != null && e.NameKey != null)
            .Select(e => new { e.Day, e.NameKey }).ToListAsync()).Select(e => (e.Day, e.NameKey!)).ToHashSet();
        return [.. offers.Select(o => new CrisisOffer(o.Id, o.person.Id, o.person.Reference, o.person.FullName, o.OpenedOn, logged.Contains((o.OpenedOn, BookNames.Of(o.person.FullName)))))];
    }

    /// <summary>
    /// A case that stands in the log from paper already, by this name on this day, is joined to its line: it counts once.
    /// </summary>
    /// <param name="kind">An entry of the group's list; null: this case is not for the log.</param>
    public Task<BookRefusal> FromCaseAsync(SpellId spell, string? kind, Actor by) => store.Write(kind is null ? "CaseLeftOutOfLog" : "CrisisLogged", by, async unit =>
    {
        if (await unit.Db.CrisisEntries.AnyAsync(e => e.SpellId == spell))
            return BookRefusal.Twice;
        if (await unit.Db.Spells.SingleOrDefaultAsync(s => s.Id == spell) is not { } stretch)
            return BookRefusal.NotThere;
        if (await ClosedMonths.IsClosedAsync(unit.Db, Month.Of(stretch.OpenedOn)))
            return BookRefusal.MonthClosed;
        var person = await unit.Db.PeopleWithMerged.SingleAsync(p => p.Id == stretch.PersonId);
        var key = BookNames.Of(person.FullName);
        var fromPaper = kind is null ? null : await unit.Db.CrisisEntries.FirstOrDefaultAsync(e => e.Day == stretch.OpenedOn && e.NameKey == key && e.SpellId == null && e.PersonId == null && e.TakenBackAt == null && e.Kind != null);
        if (fromPaper is not null)
        {
            (fromPaper.Kind, fromPaper.PersonId, fromPaper.SpellId) = (kind, person.Id, spell);
            return BookRefusal.None;
        }

        unit.Db.CrisisEntries.Add(new CrisisEntry
        {
            Id = Ids.New(),
            Day = stretch.OpenedOn,
            Kind = kind,
            Name = person.FullName,
            NameKey = key,
            PersonId = person.Id,
            SpellId = spell,
        });
        return BookRefusal.None;
    });

    /// <summary>One from paper, or of somebody who is not in the register. The same name on the same day is in the log once.</summary>
    public Task<BookRefusal> NoteAsync(Guid id, DateOnly day, string name, string kind, Actor by) => store.Write("CrisisLogged", by, async unit =>
    {
        var key = BookNames.Of(name);
        if (await unit.Db.CrisisEntries.AnyAsync(e => e.Id == id))
            return BookRefusal.None;
        if (await ClosedMonths.IsClosedAsync(unit.Db, Month.Of(day)))
            return BookRefusal.MonthClosed;
        if (await unit.Db.CrisisEntries.AnyAsync(e => e.Day == day && e.NameKey == key && e.TakenBackAt == null && e.Kind != null))
            return BookRefusal.Twice;
        unit.Db.CrisisEntries.Add(new CrisisEntry { Id = id, Day = day, Kind = kind, Name = name.Trim(), NameKey = key });
        return BookRefusal.None;
    });

    public Task<BookRefusal> TakeBackAsync(Guid id, Actor by) => store.Write("CrisisTakenBack", by, async unit =>
    {
        if (await unit.Db.CrisisEntries.FindAsync(id) is not { } entry)
            return BookRefusal.NotThere;
        if (await ClosedMonths.IsClosedAsync(unit.Db, Month.Of(entry.Day)))
            return BookRefusal.MonthClosed;
        entry.TakenBackAt ??= unit.Now;
        // The case may be offered again.
        entry.SpellId = null;
        return BookRefusal.None;
    });
}
