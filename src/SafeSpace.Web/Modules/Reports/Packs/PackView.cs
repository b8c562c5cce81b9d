using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>A story as it stands on a page.</summary>
public sealed record ToldStory(string Words, string? Name);

/// <summary>A pack laid out: published, or as it would be.</summary>
public sealed record PackView(PackDocument Pack, IReadOnlyList<ToldStory> Stories)
{
    /// <summary>Stories of the pack that may still be shown: each was asked for when the page was opened, not when the pack was published.</summary>
    public static async Task<PackView> OfAsync(PackDocument pack, GroupDb db, GroupStore store)
    {
        var stories = await StoryService.Lent(db, StoryPurpose.Funders, store.Clock.Today).Where(s => pack.Stories.Contains(s.Id)).OrderBy(s => s.ToldOn).ThenBy(s => s.Id).ToListAsync();
        return new(pack, [.. stories.Select(s => new ToldStory(store.Vault.Open("story.words", s.Id, s.Words) ?? "", store.Vault.Open("story.name", s.Id, s.Name))).Where(s => s.Words.Length > 0)]);
    }

    /// <summary>The shown rows of a table as bars; null when there are none to draw.</summary>
    public static ChartData? Chart(PackTable table, Texts t)
    {
        var column = table.Chart;
        var rows = column < 0 ? [] : table.Rows.Where(r => !r.Total && r.Cells[column].State == CellState.Shown).ToList();
        return rows.Count < 2 ? null : new ChartData(
            t[table.Title], t["{0}. Rows that are not shown are not drawn.", PackWords.Column(table.Columns[column], t)],
            [.. rows.Select(r => PackWords.Name(r, t))], [new ChartSeries(PackWords.Column(table.Columns[column], t), [.. rows.Select(r => r.Cells[column].Value)])], t[table.RowName]);
    }
}
