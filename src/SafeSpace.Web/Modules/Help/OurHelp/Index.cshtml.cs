using Microsoft.AspNetCore.Mvc.RazorPages;
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

namespace SafeSpace.Web.Modules.Help.OurHelp;

/// <summary>What there is: pots at a glance, stock, rounds; what is promised and not with people yet.</summary>
[Needs(Permission.GiveHelp)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int MostPromised = 50;
    private const int MostRounds = 10;

    public Viewer Viewer => viewer;

    public DateOnly Today => clock.Today;

    public HelpChoices Choices { get; private set; } = null!;

    /// <summary>Promised, the longest first; what is on a round stands on the round.</summary>
    public IReadOnlyList<(HelpGiven Help, Person Person)> Promised { get; private set; } = [];

    public bool MoreIsPromised { get; private set; }

    /// <summary>Those that go on.</summary>
    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    public int MyClaims { get; private set; }

    public int ClaimsWaiting { get; private set; }

    public async Task OnGetAsync()
    {
        Choices = await HelpChoices.ReadAsync(db, Today, texts);
        var seen = db.PeopleSeenBy(viewer).AsNoTracking();
        var onARound = db.DeliveryStops.Where(s => s.State == StopState.Waiting);
        var promised = await db.HelpGiven.AsNoTracking().Where(h => h.State == HelpState.Promised && !onARound.Any(s => s.HelpId == h.Id)).Join(seen, h => h.PersonId, p => p.Id, (h, p) => new { Help = h, Person = p })
            .OrderBy(r => r.Help.At).Take(MostPromised + 1).ToListAsync();
        (Promised, MoreIsPromised) = ([.. promised.Take(MostPromised).Select(r => (r.Help, r.Person))], promised.Count > MostPromised);
        await shown.AsPageAsync("help", [.. Promised.Select(p => p.Person.Id).Distinct()]);
        Rounds = await RoundLine.ReadAsync(db, db.DeliveryRounds.Where(r => r.DoneAt == null).OrderBy(r => r.Day).Take(MostRounds));
        var claims = db.PurseClaims.Where(c => c.State == ClaimState.Asked);
        MyClaims = await claims.CountAsync(c => c.PeerId == viewer.Id);
        ClaimsWaiting = viewer.May(Permission.KeepHelp) ? await claims.CountAsync() : 0;
    }
}
