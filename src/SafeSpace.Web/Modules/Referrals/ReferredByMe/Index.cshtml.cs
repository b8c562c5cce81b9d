using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Referrals.ReferredByMe;

/// <summary>What a referrer referred, and whether it was taken. Only in their own words: nothing that we knew before or learned since.</summary>
[Needs(Permission.ReferByForm)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, Texts texts, Viewer viewer, PersonViews shown) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The last referral of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var lists = await ReferralLists.ReadAsync(db);
        var mine = db.Referrals.AsNoTracking().Where(r => r.ReferrerId == viewer.Id && r.ReferrerId != null);
        if (After is { } after && await mine.Where(r => r.Id == new ReferralId(after)).Select(r => (DateTime?)r.ReceivedAt).SingleOrDefaultAsync() is { } at)
            mine = mine.Where(r => r.ReceivedAt < at);
        var found = await mine.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id).Take(PageSize + 1).ToListAsync();
        await shown.AsPageAsync("refer/mine", [.. found.Take(PageSize).Select(r => r.PersonId).Distinct()]);
        var back = await ReferrerReturns.OfAsync(db, found.Take(PageSize).Select(r => r.Id).ToList());
        Rows = [.. found.Take(PageSize).Select(r => new Row(
            vault.Open(ReferralWords.NamedAs, r.RowId, r.NamedAs) is { Length: > 0 } name ? name : texts["No name given"], r.ReceivedAt, Became(r, lists), back.GetValueOrDefault(r.Id)))];
        Next = found.Count > PageSize ? found[PageSize - 1].RowId : null;
    }

    private string Became(Referral referral, ReferralLists lists)
    {
        var day = referral.DecidedAt is { } at ? Spoken.Day(clock.DayOf(at), clock.Today) : "";
        var why = string.Join(". ", new[]
        {
            lists.Reason(referral.Outcome, referral.OutcomeReason), vault.Open(ReferralWords.OutcomeWords, referral.RowId, referral.OutcomeWords),
        }.OfType<string>());
        return referral.Outcome switch
        {
            ReferralOutcome.TakenOn => texts["taken on, {0}", day],
            ReferralOutcome.PointedElsewhere => texts["pointed elsewhere, {0}: {1}", day, why],
            ReferralOutcome.NotNow => texts["not now, {0}: {1}", day, why],
            _ => texts["waiting"],
        };
    }

    public sealed record Row(string Name, DateTime ReceivedAt, string Became, DateTime? CameBackAt);
}
