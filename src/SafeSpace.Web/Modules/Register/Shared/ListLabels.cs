using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.Shared;

/// <summary>The group's own words for the codes that rows carry.</summary>
public sealed class ListLabels
{
    private readonly List<ListEntry> entries;

    private ListLabels(List<ListEntry> entries) => this.entries = entries;

    public static async Task<ListLabels> LoadAsync(GroupDb db, params GroupList[] lists) =>
        new(await db.ListEntries.AsNoTracking().Where(e => lists.Contains(e.List)).OrderBy(e => e.Position).ToListAsync());

    public string? Of(GroupList list, string? code) => code is null ? null : entries.FirstOrDefault(e => e.List == list && e.Code == code)?.Label ?? code;

    /// <summary>What is offered now, and what is chosen already though it is offered no more.</summary>
    public IReadOnlyList<Choice> Choices(GroupList list, params IReadOnlyCollection<string> chosen) =>
        [.. entries.Where(e => e.List == list && (e.RetiredAt is null || chosen.Contains(e.Code))).Select(e => new Choice(e.Code, e.Label))];
}
