using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Referrals;

/// <summary>The group's own lists as a referral needs them: what is offered now, and the words of every code ever used.</summary>
public sealed class ReferralLists
{
    private readonly List<ListEntry> entries;

    private ReferralLists(List<ListEntry> entries)
    {
        this.entries = entries;
        Codes = CodesOf(entries.Where(e => e.RetiredAt is null).Select(e => new Code(e.List, e.Code)));
    }

    public static readonly ReferralLists None = new([]);

    public ReferralCodes Codes { get; }

    public static async Task<ReferralLists> ReadAsync(GroupDb db) => new(await db.ListEntries.AsNoTracking().OrderBy(e => e.Position).ToListAsync());

    /// <summary>What is offered, without its words: for who checks codes and shows no list.</summary>
    public static async Task<ReferralCodes> CodesAsync(GroupDb db) => CodesOf(await Offered.AskAsync(db));

    private static readonly GroupList[] Checked = [GroupList.ReferringTeam, GroupList.HowSoon, GroupList.Factor, GroupList.PointedElsewhere, GroupList.NotNow];

    private static readonly ListQuestion<Code> Offered = new(db => db.Set<ListEntry>().Where(e => e.RetiredAt == null && Checked.Contains(e.List)).Select(e => new Code(e.List, e.Code)));

    private static ReferralCodes CodesOf(IEnumerable<Code> offered) => new(offered.ToLookup(c => c.List, c => c.Name));

    private sealed record Code(GroupList List, string Name);

    public IReadOnlyList<Choice> Choices(GroupList list) =>
        [.. entries.Where(e => e.List == list && e.RetiredAt is null).Select(e => new Choice(e.Code, e.Label))];

    /// <summary>The label as it reads now, also of a retired entry; the code itself when the list never had it; null for none.</summary>
    public string? Label(GroupList list, string? code) =>
        code is null ? null : entries.FirstOrDefault(e => e.List == list && e.Code == code)?.Label ?? code;

    /// <summary>Its place in the group's order; what is not on the list comes last.</summary>
    public int Place(GroupList list, string? code) => entries.FirstOrDefault(e => e.List == list && e.Code == code)?.Position ?? int.MaxValue;

    public string? Reason(ReferralOutcome outcome, string? code) => ReferralRules.ListOf(outcome) is { } list ? Label(list, code) : null;
}
