using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>A row that came after a merge: a contact, a referral, a promise. When the merge is undone, somebody says whose it is.</summary>
public sealed record LaterRow(string Table, Guid Id);

/// <summary>Parts two records again inside a unit of work.</summary>
internal static class MergeUndo
{
    /// <summary>Worked out from referrals, or belonging to help that was given, so never asked about.</summary>
    private static readonly HashSet<string> Follows = new(StringComparer.Ordinal) { "spell", "owed_item", "merge", "pot_entry", "stock_move", "voucher", "receipt_photo", "delivery_stop" };

    /// <summary>Rows of the kept record that neither record had when they were joined.</summary>
    public static async Task<IReadOnlyList<LaterRow>> LaterAsync(Unit unit, Merge merge)
    {
        var record = Record(unit, merge);
        var had = record.KeptRows.Concat(record.Rows.Select(r => r.Id)).ToHashSet();
        var rows = await MovedRows.OfAsync(unit, merge.KeptId);
        return [.. rows.Where(r => !had.Contains(r.RowId)).Select(r => new LaterRow(MovedRows.TableOf(unit, r), r.RowId)).Where(r => !Follows.Contains(r.Table))];
    }

    /// <param name="toGone">Which later rows go to the record that comes back; the others stay.</param>
    public static async Task UndoAsync(Unit unit, Merge merge, IReadOnlySet<Guid> toGone, IReadOnlyList<IMergeStep> steps)
    {
        var record = Record(unit, merge);
        var later = await LaterAsync(unit, merge);
        var touched = later.Count > 0 || await record.WasTouchedSinceAsync(unit);
        await record.PutBackAsync(unit);
        await unit.Db.SaveChangesAsync();
        if (later.Any(l => toGone.Contains(l.Id)))
            await MoveLaterAsync(unit, merge, toGone);
        merge.UndoneAt = unit.Now;
        merge.UndoneById = unit.By.Id;
        foreach (var person in new[] { merge.KeptId, merge.GoneId })
        {
            await NameIndexWriter.ChangeAsync(unit, await unit.Db.PeopleWithMerged.SingleAsync(p => p.Id == person));
            if (!touched)
                continue;
            await unit.Db.SaveChangesAsync();
            foreach (var step in steps)
                await step.AfterMoveAsync(unit, person);
        }
    }

    private static async Task MoveLaterAsync(Unit unit, Merge merge, IReadOnlySet<Guid> toGone)
    {
        foreach (var row in await MovedRows.OfAsync(unit, merge.KeptId))
        {
            var follows = row.GetType().GetProperty("ReferralId")?.GetValue(row) switch
            {
                Guid referral => toGone.Contains(referral),
                { } typed => toGone.Contains((Guid)typed.GetType().GetProperty("Value")!.GetValue(typed)!),
                null => false,
            };
            if (toGone.Contains(row.RowId) || follows)
                MovedRows.Move(unit, row, merge.GoneId);
        }

        await unit.Db.SaveChangesAsync();
    }

    private static MergeRecord Record(Unit unit, Merge merge) =>
        MergeRecord.FromJson(unit.Open(PersonWords.BeforeMerge, merge.Id, merge.Before)
            ?? throw new SafeSpaceException("What these records were like before cannot be read any more, so they cannot be parted."));
}
