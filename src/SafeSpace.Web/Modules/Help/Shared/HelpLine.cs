using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>One thing somebody was given or promised, as a list shows it.</summary>
public sealed record HelpLine(HelpGiven Help, string Label, string? From, string? Words)
{
    /// <summary>What one person had, the newest first.</summary>
    /// <param name="before">The last of the page before; null for the newest.</param>
    /// <returns>As many as asked for, and the last of them where there are earlier ones.</returns>
    public static async Task<(IReadOnlyList<HelpLine> Lines, Guid? Earlier)> OfAsync(GroupDb db, Vault vault, PersonId person, HelpChoices choices, int most, Guid? before = null)
    {
        var all = db.HelpGiven.AsNoTracking().Where(h => h.PersonId == person);
        if (before is { } id && await all.SingleOrDefaultAsync(h => h.Id == id) is { } last)
            all = all.Where(h => h.At < last.At || (h.At == last.At && h.Id.CompareTo(last.Id) < 0));
        var rows = await all.OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(most + 1).ToListAsync();
        var shown = rows.Take(most).ToList();
        return ([.. shown.Select(h => new HelpLine(h, choices.LabelOf(h.Item), choices.SourceOf(h), vault.Open(HelpColumns.Help, h.Id, h.Words)))], rows.Count > most ? shown[^1].Id : null);
    }
}
