using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Desk.Yours;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Mine;

/// <summary>Whom I ring: promised today, late, promised for later, and whom nobody promised anything.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown) : PageModel
{
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public Guid Me { get; private set; }

    /// <summary>Calls I began and have not ended.</summary>
    public IReadOnlyList<MyCall> Calls { get; private set; } = [];

    public IReadOnlyList<MyTask> Tasks { get; private set; } = [];

    /// <summary>What the desk gave me.</summary>
    public YoursView Yours { get; private set; } = null!;

    /// <summary>So many times somebody reached through my own wall, and I have not read it yet.</summary>
    public int Reached { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is not { } me)
            return NotFound();
        Me = me.Value;
        var people = await MyPeople.ReadAsync(db, me);
        var calls = await db.CallsUnderWay.AsNoTracking().Where(c => c.PeerId == me && c.EndedAt == null).OrderBy(c => c.StartedAt).ToListAsync();
        var tasks = await db.TasksOfAsync(me, [.. people.Select(p => p.Person.Id)]);
        var named = await NamedAsync([.. calls.Select(c => c.PersonId).OfType<PersonId>(), .. tasks.Select(t => t.PersonId)]);
        var yours = await DirectedPeople.OfPeerAsync(db, me);
        await shown.AsPageAsync("mine", [.. people.Select(p => p.Person.Id).Concat(named.Keys).Concat(yours.Select(y => y.Person?.Id).OfType<PersonId>()).Distinct()]);
        Calls = [.. calls.Where(c => c.PersonId is not { } person || named.ContainsKey(person)).Select(c => new MyCall(c.Id, c.PersonId is { } person ? named[person] : null, c.StartedAt, c.StoppedAt is not null))];
        var lines = TaskLine.Open(vault, tasks.Where(t => named.ContainsKey(t.PersonId)), await Keepers.ReadAsync(db, viewer, texts), texts["anybody"]);
        Tasks = [.. lines.Select(t => new MyTask(t, named[t.Person].ShortName()))];
        Yours = YoursView.Of(yours, await db.VersionAsync(), clock, texts, vault);
        Reached = await whole.BrokenGlass.CountAsync(b => b.WhoseId == me && b.ReadAt == null);
        var (now, today) = (clock.Now, clock.Today);
        var late = people.Where(p => p.IsLate(now, today)).ToList();
        var promised = people.Where(p => p.Promise is not null).Except(late).ToList();
        Sections =
        [
            .. new[]
            {
                Make("today", "Promised today", promised.Where(p => p.Promise!.DueOn == today).OrderBy(p => p.Promise!.DueAt ?? DateTime.MaxValue), Due),
                Make("late", "Late", late.OrderBy(p => p.Promise!.DueOn), p => PromiseWords.Late(p.Promise!, clock, texts), now: true),
                Make("later", "Promised for later", promised.Where(p => p.Promise!.DueOn > today).OrderBy(p => p.Promise!.DueOn), Due),
                Make("nobody", "Nobody promised, last spoken to", people.Where(p => p.Promise is null).OrderBy(p => p.LastAt ?? DateTime.MinValue), Last),
            }.Where(s => s.Rows.Count > 0),
        ];
        return Page();
    }

    private async Task<Dictionary<PersonId, Person>> NamedAsync(HashSet<PersonId> ids) =>
        ids.Count == 0 ? [] : await db.PeopleSeenBy(viewer).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);

    private Section Make(string id, string title, IEnumerable<MyPerson> people, Func<MyPerson, string> when, bool now = false) =>
        new(id, title, [.. people.Select(p => new Row(p.Person.Reference, p.Person.ShortName(), when(p), ToKnow(p.Person), PeopleOnPages.Dialled(p.Phone), p.Promise is { } promise ? PromiseWords.Address(promise) : null, now))]);

    private string Due(MyPerson person) => PromiseWords.What(person.Promise!, clock, texts);

    private string Last(MyPerson person) => person is { LastAt: { } at, LastKind: { } kind }
        ? $"{texts[KindWords.Of(kind)]}, {Spoken.Ago(at, clock, texts)}"
        : texts["nobody has spoken with them yet"];

    private IReadOnlyList<string> ToKnow(Person person) =>
        [.. BeforeRinging.Lines(vault, person), .. person.Voicemail == Voicemail.No ? [texts["Leave no message."]] : Array.Empty<string>()];

    /// <param name="Person">Null for a caller nobody knows.</param>
    public sealed record MyCall(Guid Id, Person? Person, DateTime Since, bool Stopped);

    public sealed record MyTask(TaskLine Task, string Name);

    /// <param name="Title">English; translated.</param>
    public sealed record Section(string Id, string Title, IReadOnlyList<Row> Rows);

    public sealed record Row(string Reference, string Name, string When, IReadOnlyList<string> ToKnow, string? Dialled, string? Promise, bool Now);
}
