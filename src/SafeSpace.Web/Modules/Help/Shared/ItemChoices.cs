using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>What the group helps with, for a select.</summary>
public static class ItemChoices
{
    /// <param name="held">One that may be of before, because something has it.</param>
    public static async Task<IReadOnlyList<Choice>> ReadAsync(GroupDb db, string? held = null) =>
        [.. (await db.SupportItems.AsNoTracking().OrderBy(i => i.Position).ToListAsync()).Where(i => i.RetiredAt is null || i.Code == held).Select(i => new Choice(i.Code, i.Label))];
}
