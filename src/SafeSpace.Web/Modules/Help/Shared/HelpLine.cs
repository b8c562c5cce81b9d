using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>One thing somebody was given or promised, as a list shows it.</summary>
public sealed record HelpLine(HelpGiven Help, string Label, string? From, string? Words)
{
    private const int Shown = 50;

    /// <summary>What one person had, the newest first.</summary>
    public static async Task<IReadOnlyList<HelpLine>> OfAsync(GroupDb db, Vault vault, PersonId person, HelpChoices choices, int most = Shown)
    {
        var rows = await db.HelpGiven.AsNoTracking().Where(h => h.PersonId == person).OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(most).ToListAsync();
        return [.. rows.Select(h => new HelpLine(h, choices.LabelOf(h.Item), choices.SourceOf(h), vault.Open(HelpColumns.Help, h.Id, h.Words)))];
    }
}
