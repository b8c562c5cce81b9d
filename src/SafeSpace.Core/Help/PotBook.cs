using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Writes a pot's money inside a unit of work: each row and the pot's sums together, so that they always agree.</summary>
internal static class PotBook
{
    public static PotEntry Add(Unit unit, Pot pot, PotEntryKind kind, long pence, DateOnly day, HelpGiven? help = null, Guid? claim = null, bool beyond = false, string? words = null, Guid? id = null)
    {
        var entry = new PotEntry
        {
            Id = id ?? Ids.New(),
            PotId = pot.Id,
            PersonId = help?.PersonId,
            Kind = kind,
            Pence = pence,
            Day = day,
            At = unit.Now,
            ById = unit.By.Id,
            ByName = unit.By.Name,
            HelpId = help?.Id,
            ClaimId = claim,
            Beyond = beyond,
        };
        entry.Words = unit.Seal(help?.PersonId, HelpColumns.Entry, entry.Id, words);
        unit.Db.PotEntries.Add(entry);
        Count(pot, kind, pence);
        return entry;
    }

    /// <summary>What was promised is spent now, or what was spent is not.</summary>
    public static void Turn(Pot pot, PotEntry entry, PotEntryKind to)
    {
        Count(pot, entry.Kind, -entry.Pence);
        entry.Kind = to;
        Count(pot, to, entry.Pence);
    }

    /// <summary>Turns every row of one help that stands as one kind into another. What a peer was paid back, and what came back of it, is the claim's and stays.</summary>
    public static async Task TurnAsync(Unit unit, HelpGiven help, Func<PotEntryKind, PotEntryKind> to)
    {
        foreach (var entry in await unit.Db.PotEntries.Where(e => e.HelpId == help.Id && e.ClaimId == null).ToListAsync())
        {
            var kind = to(entry.Kind);
            if (kind == entry.Kind || await unit.Db.Pots.FindAsync(entry.PotId) is not { } pot)
                continue;
            Turn(pot, entry, kind);
            // Spent on the day they got it, promised on the day they were told: a pot's month is the report's month.
            if (kind is PotEntryKind.Spent or PotEntryKind.Promised)
                (entry.At, entry.Day) = (help.At, help.Day);
        }
    }

    public static PotEntryKind Release(PotEntryKind kind) => kind is PotEntryKind.Promised or PotEntryKind.Spent or PotEntryKind.CameBack ? PotEntryKind.Released : kind;

    public static PotEntryKind Hold(PotEntryKind kind) => kind == PotEntryKind.Spent ? PotEntryKind.Promised : kind;

    public static PotEntryKind Spend(PotEntryKind kind) => kind == PotEntryKind.Promised ? PotEntryKind.Spent : kind;

    private static void Count(Pot pot, PotEntryKind kind, long pence)
    {
        switch (kind)
        {
            case PotEntryKind.PutIn:
                pot.PutInPence += pence;
                break;
            case PotEntryKind.TakenOut:
                pot.PutInPence -= pence;
                break;
            case PotEntryKind.Promised:
                pot.PromisedPence += pence;
                break;
            case PotEntryKind.Spent:
                pot.SpentPence += pence;
                break;
            case PotEntryKind.CameBack:
                pot.SpentPence -= pence;
                break;
        }
    }
}
