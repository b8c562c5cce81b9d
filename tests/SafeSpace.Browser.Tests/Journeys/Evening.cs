using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>
/// Everybody of one evening, each at a browser of their own, and a clock that only the test turns. With PostgreSQL there are two web nodes, and
/// the peers and the supervisor are at the other one. Beside it a count kept by hand of what was done, to hold the report against.
/// </summary>
internal sealed class Evening : IAsyncDisposable
{
    private Evening(TestGroup desk, TestGroup beside) => (Group, Beside) = (desk, beside);

    public TestGroup Group { get; }

    /// <summary>The same group at the other node; where there is one node, that one.</summary>
    public TestGroup Beside { get; }

    /// <summary>Who runs the desk, at a wide screen.</summary>
    public AtBrowser Desk { get; private set; } = null!;

    /// <summary>At home, with an old phone: 320 pixels, no script.</summary>
    public AtBrowser Beth { get; private set; } = null!;

    /// <summary>In the building, with a phone of 320 pixels.</summary>
    public AtBrowser Stuart { get; private set; } = null!;

    /// <summary>Has the board open all evening and touches nothing.</summary>
    public AtBrowser Supervisor { get; private set; } = null!;

    public AtBrowser Coordinator { get; private set; } = null!;

    /// <summary>Comes for the next shift.</summary>
    public AtBrowser Next { get; private set; } = null!;

    public ByHand Counted { get; } = new();

    public static async Task<Evening> OpenAsync(Chromium chromium, EngineKind engine)
    {
        var site = await TestSite.NewOnPortAsync(engine);
        var group = await site.NewGroupAsync();
        var evening = new Evening(group, engine == EngineKind.Postgres ? await group.AtAsync(await TestSite.BesideAsync(site, onPort: true)) : group);
        await group.PlanShiftAsync(-0.5, 4, least: 3);
        evening.Desk = await evening.ComeAsync(chromium, group, Role.Facilitator, width: 1280);
        evening.Beth = await evening.ComeAsync(chromium, evening.Beside, Role.Peer, script: false);
        evening.Stuart = await evening.ComeAsync(chromium, evening.Beside, Role.Peer);
        evening.Supervisor = await evening.ComeAsync(chromium, evening.Beside, Role.Supervisor, width: 1280);
        evening.Coordinator = await evening.ComeAsync(chromium, group, Role.Coordinator, width: 1280);
        evening.Next = await evening.ComeAsync(chromium, evening.Beside, Role.Facilitator);
        return evening;
    }

    public static string NameOf(AtBrowser somebody) => somebody.Account!.DisplayName;

    /// <summary>The evening goes on by so many minutes; an open page notices as it would.</summary>
    public async Task PassAsync(int minutes)
    {
        Group.Site.Folder.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await Supervisor.Page.Clock.FastForwardAsync(61_000);
    }

    public async Task<T> ReadAsync<T>(Func<GroupDb, Task<T>> read)
    {
        await using var db = await Group.Store.ReadAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var at in new[] { Desk, Beth, Stuart, Supervisor, Coordinator, Next })
            await at.DisposeAsync();
        foreach (var site in new[] { Beside.Site, Group.Site }.Distinct())
            await site.App.StopAsync();
    }

    private async Task<AtBrowser> ComeAsync(Chromium chromium, TestGroup where, Role role, bool script = true, int width = 320)
    {
        var at = await AtBrowser.OpenAsync(chromium, where, script, width);
        if (role == Role.Supervisor)
            await at.Page.Clock.InstallAsync();
        await at.SignInAsync(await Group.AddAccountAsync(role));
        return at;
    }

    /// <summary>What was done, counted on fingers: nothing of it is read back from the store.</summary>
    internal sealed class ByHand
    {
        private readonly List<(ContactKind Kind, int Minutes)> done = [];

        public void Add(ContactKind kind, int minutes = 0) => done.Add((kind, minutes));

        public int All => done.Count;

        public int Calls => done.Count(d => d.Kind is ContactKind.CallIn or ContactKind.CallOut);

        public int CallMinutes => done.Where(d => d.Kind is ContactKind.CallIn or ContactKind.CallOut).Sum(d => d.Minutes);

        public int Of(ContactKind kind) => done.Count(d => d.Kind == kind);
    }
}
