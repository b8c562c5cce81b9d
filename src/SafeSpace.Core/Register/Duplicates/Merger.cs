using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>Joins two records of one person inside a unit of work: both histories are kept, and the join can be undone exactly.</summary>
internal static class Merger
{
    public static async Task<Merge> MergeAsync(Unit unit, Person kept, Person gone, IReadOnlyList<IMergeStep> steps)
    {
        var keptRows = (await MovedRows.OfAsync(unit, kept.Id)).ConvertAll(r => r.RowId);
        foreach (var step in steps)
            await step.BeforeMoveAsync(unit, kept.Id, gone.Id);
        await MovePhonesAndRestAsync(unit, kept.Id, gone.Id);
        await JoinCasesAsync(unit, kept.Id, gone.Id);
        await FillAsync(unit, kept, gone);
        foreach (var earlier in await unit.Db.PeopleWithMerged.Where(p => p.MergedIntoId == gone.Id).ToListAsync())
            earlier.MergedIntoId = kept.Id;
        gone.MergedIntoId = kept.Id;
        await unit.Db.SaveChangesAsync();
        foreach (var step in steps)
            await step.AfterMoveAsync(unit, kept.Id);
        await unit.Db.SaveChangesAsync();
        var merge = new Merge { Id = Ids.New(), KeptId = kept.Id, GoneId = gone.Id, At = unit.Now, ById = unit.By.Id };
        merge.Before = unit.Seal(kept.Id, PersonWords.BeforeMerge, merge.Id, MergeRecord.Of(unit, keptRows).ToJson());
        unit.Db.Merges.Add(merge);
        return merge;
    }

    /// <summary>A number both had stays with the record that goes, so that it is not shown twice; it is still found there.</summary>
    private static async Task MovePhonesAndRestAsync(Unit unit, PersonId kept, PersonId gone)
    {
        var numbers = await unit.Db.Phones.Where(p => p.PersonId == kept).Select(p => p.Reversed).ToListAsync();
        foreach (var row in await MovedRows.OfAsync(unit, gone))
        {
            if (row is not PersonPhone phone || !numbers.Contains(phone.Reversed))
                MovedRows.Move(unit, row, kept);
        }
    }

    /// <summary>One person, one case: the spells of both stand in the kept one's. What the other's case showed is kept in the merge.</summary>
    private static async Task JoinCasesAsync(Unit unit, PersonId kept, PersonId gone)
    {
        var from = await CaseWriter.FindAsync(unit, gone);
        if (from is null)
            return;
        var to = await CaseWriter.FindAsync(unit, kept);
        if (to is null)
        {
            unit.Db.Cases.Add(to = new Case { Id = CaseId.New(), PersonId = kept, State = from.State, OpenedOn = from.OpenedOn, Team = from.Team, FirstAnsweredAt = from.FirstAnsweredAt });
            await unit.Db.SaveChangesAsync();
        }

        foreach (var spell in await unit.Db.Spells.Where(s => s.CaseId == from.Id).ToListAsync())
            spell.CaseId = to.Id;
        await unit.Db.SaveChangesAsync();
        unit.Db.Cases.Remove(from);
        await unit.Db.SaveChangesAsync();
        await CaseWriter.RefreshAsync(unit, kept);
    }

    /// <summary>What the kept record does not know, the other may; words that keep somebody safe are never dropped.</summary>
    private static async Task FillAsync(Unit unit, Person kept, Person gone)
    {
        kept.KnownAs ??= gone.KnownAs;
        kept.DateOfBirth ??= gone.DateOfBirth;
        kept.Gender ??= gone.Gender;
        kept.Ethnicity ??= gone.Ethnicity;
        kept.Language ??= gone.Language;
        kept.Address ??= gone.Address;
        kept.Email ??= gone.Email;
        if (kept.Postcode is null)
            (kept.Postcode, kept.PostcodeKey) = (gone.Postcode, gone.PostcodeKey);
        if (kept.Voicemail == Voicemail.NotAsked || gone.Voicemail == Voicemail.No)
            kept.Voicemail = gone.Voicemail == Voicemail.NotAsked ? kept.Voicemail : gone.Voicemail;
        if (kept.AddedAt > gone.AddedAt)
            kept.AddedAt = gone.AddedAt;
        kept.SafeTimes = Both(unit, PersonWords.SafeTimes, kept, kept.SafeTimes, gone, gone.SafeTimes);
        kept.WhoMayAnswer = Both(unit, PersonWords.WhoMayAnswer, kept, kept.WhoMayAnswer, gone, gone.WhoMayAnswer);
        kept.CommunicationNeeds = Both(unit, PersonWords.CommunicationNeeds, kept, kept.CommunicationNeeds, gone, gone.CommunicationNeeds);
        kept.BeforeRinging = Both(unit, PersonWords.BeforeRinging, kept, kept.BeforeRinging, gone, gone.BeforeRinging);
        await NameIndexWriter.ChangeAsync(unit, kept);
    }

    private static Sealed? Both(Unit unit, string column, Person kept, Sealed? its, Person gone, Sealed? others)
    {
        var (mine, theirs) = (unit.Open(column, kept.Id.Value, its), unit.Open(column, gone.Id.Value, others));
        if (theirs is null || mine?.Contains(theirs, StringComparison.Ordinal) == true)
            return its;
        return unit.Seal(kept.Id, column, kept.Id.Value, mine is null ? theirs : $"{mine}\n{gone.Reference}: {theirs}");
    }
}
