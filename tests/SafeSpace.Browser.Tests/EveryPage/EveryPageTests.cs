using System.Collections.Concurrent;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.EveryPage;

/// <summary>
/// Everybody of the demonstration follows every link they find, and each page they come to is looked at: axe in light and dark, phone and
/// desk, with and without script, one heading, a way to leave, nothing the browser complains of. Of each page two of the ways it is built
/// over all roles; every way it is built in the long round.
/// </summary>
public sealed class EveryPageTests(Chromium chromium)
{
    private static readonly Round Usual = new(new Shapes(ofOneKind: 2));
    private static readonly Round Long = new(new Shapes());
    private static readonly SemaphoreSlim AtOnce = new(Environment.ProcessorCount);
    private static readonly Lazy<Task<IReadOnlyList<string>>> Made = new(async () => await Corners.MakeAsync(await (await TestSite.OnPortAsync(EngineKind.Sqlite)).DemonstrationAsync()));

    /// <summary>Pages nobody comes to by looking around, and where they are looked at instead.</summary>
    private static readonly Dictionary<string, string> ComeToOtherwise = new()
    {
        ["/sign-in"] = "signed out, below",
        ["/sign-in/code"] = "half signed in: Access tests",
        ["/sign-in/pin"] = "a remembered phone: Access tests",
        ["/sign-in/recovery"] = "half signed in: Access tests",
        ["/sign-in/second-step"] = "half signed in: Access tests",
        ["/sign-in/passkey"] = "takes a post",
        ["/set-up/{secret}"] = "by a link once: Access tests",
        ["/door/{secret}"] = "by a secret address: DoorTests",
        ["/survey/{secret}"] = "by a link: VoicesTests",
        ["/tell-us/{secret}"] = "by a link: VoicesTests",
        ["/my-story/{secret}"] = "by a paper: VoicesTests",
        ["/help/receipts/{id:guid}"] = "a picture: PurseAndPotsTests",
        ["/welcome"] = "outside the groups, below",
        ["/error/{code:int}"] = "when something fails, below",
        ["/look"] = "in development only: LivingPageTests",
    };

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task Page_OfThisRole_IsFitForEveryone(Role role)
    {
        var walk = await WalkAsync(Usual, role);

        Assert.True(walk.Wrong.Count == 0, string.Join('\n', walk.Wrong));
    }

    [Theory, MemberData(nameof(Roles)), Trait("Part", "Long")]
    public async Task Page_OfThisRole_HoweverItIsBuilt_IsFitForEveryone(Role role)
    {
        var walk = await WalkAsync(Long, role);

        Assert.True(walk.Wrong.Count == 0, string.Join('\n', walk.Wrong));
    }

    [Fact]
    public async Task Pages_AllOfThem_AreComeToByLinks()
    {
        var map = await PageMap.OfAsync((await TestSite.OnPortAsync(EngineKind.Sqlite)).App);
        var opened = new HashSet<string>();
        foreach (var role in Enum.GetValues<Role>())
            opened.UnionWith((await WalkAsync(Usual, role)).Opened.Keys);

        var never = map.Routes.Select(r => r.Template).Except(opened).Except(ComeToOtherwise.Keys).ToList();
        Assert.True(never.Count == 0, "No link leads anybody to: " + string.Join(", ", never));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/not-there")]
    [InlineData("/people/SS9999")]
    public async Task Page_SignedOut_IsFitForEveryone(string path)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).DemonstrationAsync();
        await using var at = await AtBrowser.OpenAsync(chromium, group);
        await at.GoAsync(path);

        Assert.Empty(await PageCheck.AllAsync(at, showsPeople: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/no-such-group")]
    public async Task Page_OutsideTheGroups_IsFitForEveryone(string path)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).DemonstrationAsync();
        await using var at = await AtBrowser.OpenAsync(chromium, group);

        // Other tests make groups meanwhile, and these stand on the page: it is looked at again when it was not the same twice.
        IReadOnlyList<string> wrong = [];
        for (var tries = 0; tries == 0 || (tries < 4 && wrong.Any(w => w.StartsWith("not the same without script", StringComparison.Ordinal))); tries++)
        {
            await at.Page.GotoAsync(group.Site.Root + path);
            wrong = [.. await PageCheck.AllAsync(at, showsPeople: false)];
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Page_ThatIsNotThere_IsFitForEveryone()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).DemonstrationAsync();
        await using var at = await AtBrowser.OpenAsync(chromium, group);
        await at.SignInAsync(await group.AccountOfAsync(Role.Peer));
        var answer = await at.GoAsync("/people/SS99999");

        Assert.Equal(404, answer!.Status);
        Assert.Empty(await PageCheck.AllAsync(at, showsPeople: false));
    }

    private static async Task<IReadOnlyList<string>> OpenToAsync(AtBrowser at, IReadOnlyList<string> paths)
    {
        var open = new List<string>();
        foreach (var path in paths)
            if ((await at.Context.APIRequest.GetAsync(at.Base + path, new() { MaxRedirects = 0 })).Status == 200)
                open.Add(path);
        return open;
    }

    /// <summary>Whoever asks first sends everybody off, as many at once as the machine has cores.</summary>
    private async Task<Walk> WalkAsync(Round round, Role asked)
    {
        var all = Enum.GetValues<Role>().ToDictionary(role => role, role => round.Walks.GetOrAdd(role, _ => new(() => InTurnAsync(round, role))).Value);
        return await all[asked];
    }

    private async Task<Walk> InTurnAsync(Round round, Role role)
    {
        await AtOnce.WaitAsync();
        try
        {
            return await NewWalkAsync(round, role);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    private async Task<Walk> NewWalkAsync(Round round, Role role)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).DemonstrationAsync();
        var corners = await Made.Value;
        await using var at = await AtBrowser.OpenAsync(chromium, group);
        await at.SignInAsync(await group.AccountOfAsync(role));
        var walk = await new Walk(at, await PageMap.OfAsync(group.Site.App), round.Looked).FromAsync(["/", .. await OpenToAsync(at, corners)]);
        return await walk.AndUnlinkedAsync();
    }

    /// <summary>One walk of each role, and what they looked at together.</summary>
    private sealed record Round(Shapes Looked)
    {
        public ConcurrentDictionary<Role, Lazy<Task<Walk>>> Walks { get; } = new();
    }
}
