using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Vouchers;

/// <summary>Vouchers that were given: not used yet, used, lapsed. Of people the viewer sees.</summary>
[Needs(Permission.GiveHelp)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts, VoucherService vouchers) : HelpPage(clock, texts)
{
    private const int OnAPage = 50;

    /// <summary>The last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>open, used, lapsed, or empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Scheme { get; set; }

    public IReadOnlyList<(Voucher Voucher, Person Person)> All { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Choice> Shows => [new("open", T["not used yet"]), new("used", T["used"]), new("lapsed", T["lapsed"])];

    public DateOnly Today => Clock.Today;

    /// <summary>The last one of this page, where there are earlier ones.</summary>
    public Guid? Earlier { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(Guid id) => await SeenAsync(id) && await vouchers.RedeemAsync(id, Clock.Today, viewer.Actor) ? Saved(Address(Before)) : NotFound();

    /// <summary>That was another one.</summary>
    public async Task<IActionResult> OnPostNotUsedAsync(Guid id) => await SeenAsync(id) && await vouchers.NotUsedAsync(id, viewer.Actor) ? Saved(Address(Before)) : NotFound();

    /// <summary>This list, from a place on.</summary>
    public string Address(Guid? before) => "~/help/vouchers" + QueryString.Create(new[]
    {
        KeyValuePair.Create("show", Show), KeyValuePair.Create("scheme", Scheme?.ToString()), KeyValuePair.Create("before", before?.ToString()),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    private Task<bool> SeenAsync(Guid id)
    {
        var seen = db.PeopleSeenBy(viewer);
        return db.Vouchers.AnyAsync(v => v.Id == id && seen.Any(p => p.Id == v.PersonId));
    }

    public string State(Voucher voucher) => voucher.State switch
    {
        VoucherState.Redeemed => T["used {0}", Spoken.Date(voucher.RedeemedOn ?? voucher.Day)],
        VoucherState.TakenBack => T["given by mistake"],
        _ => voucher.LapsedBy(Today) ? T["lapsed, never used"] : T["not used yet"],
    };

    private async Task ShowAsync()
    {
        var all = db.Vouchers.AsNoTracking().Where(v => Scheme == null || v.SchemeId == Scheme);
        all = Show switch
        {
            "open" => all.Where(v => v.State == VoucherState.Issued && (v.GoodUntil == null || v.GoodUntil >= Today)),
            "used" => all.Where(v => v.State == VoucherState.Redeemed),
            "lapsed" => all.Where(v => v.State == VoucherState.Issued && v.GoodUntil < Today),
            _ => all,
        };
        if (Before is { } before && await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == before) is { } last)
            all = all.Where(v => v.Day < last.Day || (v.Day == last.Day && v.Id.CompareTo(last.Id) < 0));
        var rows = await all.Join(db.PeopleSeenBy(viewer).AsNoTracking(), v => v.PersonId, p => p.Id, (v, p) => new { Voucher = v, Person = p })
            .OrderByDescending(r => r.Voucher.Day).ThenByDescending(r => r.Voucher.Id).Take(OnAPage + 1).ToListAsync();
        All = [.. rows.Take(OnAPage).Select(r => (r.Voucher, r.Person))];
        Earlier = rows.Count > OnAPage ? All[^1].Voucher.Id : null;
        Names = await db.VoucherSchemes.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name);
        await shown.AsPageAsync("vouchers", [.. All.Select(a => a.Person.Id).Distinct()]);
    }
}
