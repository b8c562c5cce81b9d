using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.FollowUp.WhoCanRing;

/// <summary>Everything that is promised, for the desk: what is late and who can ring now, what is nobody's, what comes.</summary>
[Needs(Permission.ManageCases)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown) : PageModel
{
    private const int DaysAhead = 7;

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>Peers who are on shift now, free and in no call.</summary>
    public IReadOnlyList<string> Free { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var open = await OpenPromises.ReadAsync(db, viewer, clock, clock.Today.AddDays(DaysAhead), (await DeskSettings.ReadAsync(db)).DeskHas);
        await shown.AsPageAsync("promises", [.. open.Select(p => p.Person.Id)]);
        Free = await FreeAsync();
        var keepers = await Keepers.ReadAsync(db, viewer, texts);
        var ids = open.Select(p => p.Person.Id).Distinct().ToList();
        var phones = (await db.Phones.AsNoTracking().Where(p => ids.Contains(p.PersonId)).OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.PersonId, p => p.Number);
        var rest = open.Where(p => p.Step == LateStep.NotLate && !p.Nobodys).ToList();
        Sections =
        [
            .. new[]
            {
                Make("supervisor", "Late, and the desk found nobody yet: the supervisor is asked too", open.Where(p => p.Step == LateStep.AskTheSupervisor)),
                Make("late", "Late: who can ring now?", open.Where(p => p.Step == LateStep.AskTheDesk)),
                Make("nobodys", "Nobody’s: whom they expect cannot ring any more", open.Where(p => p is { Step: LateStep.NotLate, Nobodys: true })),
                Make("today", "Today", rest.Where(p => p.Promise.DueOn == clock.Today)),
                Make("later", "In the next days", rest.Where(p => p.Promise.DueOn > clock.Today)),
            }.Where(s => s.Rows.Count > 0),
        ];

        Section Make(string id, string title, IEnumerable<OpenPromise> promises) => new(id, title, [.. promises.Select(p => new Row(
            p.Person.Reference, p.Person.ShortName(), PromiseWords.What(p.Promise, clock, texts), PromiseWords.Address(p.Promise),
            p.Step == LateStep.NotLate && p is { Nobodys: false, Promise.For: null } ? keepers.Of(p.Promise.PeerId) : null, PeopleOnPages.Dialled(phones[p.Person.Id].FirstOrDefault()), p.Step != LateStep.NotLate))]);
    }

    private async Task<IReadOnlyList<string>> FreeAsync()
    {
        var on = (await OnShift.ReadAsync(db, clock)).Where(p => p.State == ShiftState.Free).Select(p => p.PeerId);
        var calling = await db.CallsUnderWay.AsNoTracking().Where(c => c.EndedAt == null && c.StoppedAt == null).Select(c => c.PeerId).ToListAsync();
        var names = await PeersWhoRing.NamesAsync(db);
        return [.. on.Distinct().Except(calling).Where(names.ContainsKey).Select(p => names[p]).Order(StringComparer.CurrentCulture)];
    }

    /// <param name="Title">English; translated.</param>
    public sealed record Section(string Id, string Title, IReadOnlyList<Row> Rows);

    /// <param name="Expected">Whom they expect; never said of what is late.</param>
    public sealed record Row(string Reference, string Name, string When, string Address, string? Expected, string? Dialled, bool Late);
}
