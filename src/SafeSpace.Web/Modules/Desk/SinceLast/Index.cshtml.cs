using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.SinceLast;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.Register.Changes;

namespace SafeSpace.Web.Modules.Desk.SinceLast;

/// <summary>What happened since this account was last here, to people it may see; one's own first. A bookmark moves it on.</summary>
[Needs(Permission.OwnAccount)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, SinceReader reader, ComingIn comingIn, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int MostLines = 6;

    public SinceNews News { get; private set; } = null!;

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    /// <summary>UTC ticks of the moment this page was made: "I have read this" goes no further.</summary>
    public long UpTo { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is not { } me)
            return NotFound();
        UpTo = clock.Now.Ticks;
        News = await reader.ReadAsync(viewer, await reader.SinceAsync(me, comingIn.SessionId));
        var ids = News.Mine.Concat(News.Others).Select(c => c.Person).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await shown.AsPageAsync("since", [.. people.Keys.Concat(News.Referrals.Select(r => r.PersonId)).Distinct()]);
        Parts =
        [
            .. new[]
            {
                new Part("mine", "Your people", Group(News.Mine, people)),
                new Part("others", "Others", Group(News.Others, people)),
                new Part("referred", "What you referred", [.. News.Referrals.Select(Referred)]),
            }.Where(p => p.Rows.Count > 0),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long upTo)
    {
        if (viewer.Id is not { } me)
            return NotFound();
        var read = new DateTime(Math.Clamp(upTo, 0, clock.Now.Ticks), DateTimeKind.Utc);
        await reader.MarkAsync(me, read);
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private IReadOnlyList<Row> Group(IReadOnlyList<SinceChange> changes, Dictionary<PersonId, Person> people) =>
    [
        .. changes.Where(c => people.ContainsKey(c.Person)).GroupBy(c => c.Person).Select(g => new Row(
            people[g.Key].Reference, people[g.Key].ShortName(), [.. g.Take(MostLines).Select(c => new Line(c.At, ChangeWords.Of(texts, c.Kind), c.ByName))])),
    ];

    private Row Referred(Referral referral) => new(
        null,
        vault.Open(ReferralWords.NamedAs, referral.RowId, referral.NamedAs) is { Length: > 0 } name ? name : texts["No name given"],
        [new Line(referral.DecidedAt!.Value, referral.Outcome == ReferralOutcome.TakenOn ? texts["taken on"] : texts["answered: see what you referred"], "")]);

    /// <param name="Title">English; translated.</param>
    public sealed record Part(string Id, string Title, IReadOnlyList<Row> Rows);

    public sealed record Row(string? Reference, string Name, IReadOnlyList<Line> Lines);

    public sealed record Line(DateTime At, string What, string By);
}
