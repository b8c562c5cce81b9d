using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// Finds edits that changed who or when, so that the row looks new: between two rows that are as they were, it stands where another of the
/// same person (or, in a diary, of the same moment) stood, and that one is not met any more.
/// </summary>
internal sealed class EditedPlaces(GroupDb db, Guid run, KnownRows known, GroupClock clock, Func<StandingRow, PersonId?> recordOf)
{
    /// <summary>More rows than this in one place were added, not edited.</summary>
    private const int MostInAPlace = 100;

    private readonly List<StandingRow> held = [];
    private RowPlace sheet;
    private BroughtInRow? before;
    private bool added;

    /// <returns>Of the rows given so far, in order, those that are new for certain.</returns>
    public async Task<List<StandingRow>> TakeAsync(IReadOnlyList<StandingRow> rows)
    {
        var fresh = new List<StandingRow>();
        foreach (var row in rows)
        {
            if ((row.Place.File, row.Place.Sheet) != (sheet.File, sheet.Sheet))
            {
                fresh.AddRange(await CloseAsync(null));
                (sheet, before, added) = (row.Place, null, false);
            }

            if (row.Before is { } was)
            {
                fresh.AddRange(await CloseAsync(was));
                (before, added) = (was, false);
            }
            else if (row.Person is not null)
            {
                held.Add(row);
                added |= held.Count > MostInAPlace || !known.Any;
                if (added)
                    fresh.AddRange(await CloseAsync(null));
            }
        }

        return fresh;
    }

    /// <summary>There are no more rows.</summary>
    public Task<List<StandingRow>> EndAsync() => CloseAsync(null);

    private async Task<List<StandingRow>> CloseAsync(BroughtInRow? after)
    {
        var fresh = held.ToList();
        held.Clear();
        if (fresh.Count == 0 || added || (before ?? after) is not { } neighbour || (before is not null && after is not null && before.Source != after.Source))
            return fresh;
        var (from, to) = (before?.Row ?? 0, after?.Row ?? int.MaxValue);
        var stood = await db.BroughtInRows.AsNoTracking().Where(r => r.Source == neighbour.Source && r.Row > from && r.Row < to && r.RunId != run)
            .OrderBy(r => r.Row).Take(MostInAPlace).ToListAsync();
        foreach (var was in stood.Where(s => !known.HasMet(s)))
        {
            if (await LikeAsync(was, fresh) is not { } now)
                continue;
            known.Edit(now, was);
            fresh.Remove(now);
        }

        return fresh;
    }

    private async Task<StandingRow?> LikeAsync(BroughtInRow was, IReadOnlyList<StandingRow> fresh)
    {
        var (contact, referral) = (new ContactId(was.TargetId), new ReferralId(was.TargetId));
        if (await db.Contacts.AsNoTracking().Where(c => c.Id == contact).Select(c => new { c.PersonId, c.At }).SingleOrDefaultAsync() is { } said)
            return fresh.FirstOrDefault(n => n.Row is DiaryRow && recordOf(n) == said.PersonId)
                ?? fresh.FirstOrDefault(n => n.Row is DiaryRow { At: not null } diary && ReferralRows.At(clock, diary.On, diary.At) == said.At);
        if (await db.Referrals.AsNoTracking().Where(r => r.Id == referral).Select(r => (PersonId?)r.PersonId).SingleOrDefaultAsync() is { } person)
            return fresh.FirstOrDefault(n => n.Row is RegisterRow && recordOf(n) == person);
        return null;
    }
}
