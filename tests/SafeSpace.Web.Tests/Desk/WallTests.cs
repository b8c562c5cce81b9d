using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>A colleague's own crisis: nobody of us sees it but whom they chose. Every page and endpoint there is gets tried, now and when there are more.</summary>
public sealed partial class WallTests
{
    /// <summary>Shows nothing before a reason was written down and told; looked at in its own test.</summary>
    private const string BreakGlass = "/desk/wall/";

    /// <summary>Addresses that hold no id of anybody: a code, a secret, a key.</summary>
    private static readonly string[] OfNobody = ["/set-up/", "/door/", "/my-story/", "/survey/", "/tell-us/", "/handover/", "/error/", "/drafts/", "/sign-in/", "/openapi/", "/healthz", "/readyz", "/lists/", "/import/"];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres, Traits = ["Part", "Long"])]
    public async Task EveryPageAndEndpoint_ByEveryColleague_ShowsNothingOfThem(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        var wrong = new List<string>();
        foreach (var role in new[] { Role.Peer, Role.Facilitator, Role.Supervisor, Role.Coordinator })
        {
            var (visitor, token) = (await made.Group.SignInAsync(role), (await new ApiTokenService(made.Group.Store).AddAsync(role.ToString(), role, Actor.CommandLine)).Secret);
            foreach (var (address, names) in Addresses(made))
            {
                var api = address.StartsWith("/api/", StringComparison.Ordinal);
                var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (api)
                    request.Headers.Add("Authorization", "Bearer " + token);
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                var answer = await (api ? made.Group.Visit() : visitor).SendToEndAsync(request, patience.Token);
                if (made.Words.Any(w => answer.Text.Contains(w, StringComparison.OrdinalIgnoreCase)))
                    wrong.Add($"{role} {address}: {(int)answer.Status} shows {made.Words.First(w => answer.Text.Contains(w, StringComparison.OrdinalIgnoreCase))}");
                if (names && answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                    wrong.Add($"{role} {address}: {(int)answer.Status}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres, Traits = ["Part", "Long"])]
    public async Task EveryForm_SentWithTheirReferenceOrIds_IsNotThere_AndChangesNothing(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        var pages = await PageMap.OfAsync(made.Group.Site.App);
        Assert.Contains(pages.Routes, r => r.Forms.Count > 1);
        var wrong = new List<string>();
        foreach (var role in new[] { Role.Peer, Role.Facilitator, Role.Supervisor, Role.Coordinator })
        {
            var visitor = await made.Group.SignInAsync(role);
            var token = (await visitor.GetAsync("/me")).FormFields().Single(f => f.Key == "__RequestVerificationToken");
            foreach (var (address, form) in Addresses(made).Where(a => a.Names && !a.Address.StartsWith("/api/", StringComparison.Ordinal)).SelectMany(a => (pages.Find(a.Address)?.Forms ?? []).Append("").Distinct().Select(f => (a.Address, f))))
            {
                var answer = await visitor.PostAsync(form.Length == 0 ? address : $"{address}?handler={form}", [token, new("FormId", Ids.New().ToString()), new("Do", "take"), new("Kind", "Claimed"), new("Words", "x")]);
                if ((int)answer.Status is < 400 or >= 500 && !answer.Path.StartsWith("/mine", StringComparison.Ordinal))
                    wrong.Add($"{role} {address} {form}: {(int)answer.Status} {answer.Path}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await using var db = await made.Group.Store.ReadAsync();
        Assert.Equal(1, await db.Contacts.CountAsync(c => c.PersonId == made.Person.Id));
        Assert.False(await db.PeerTies.AnyAsync(t => t.PersonId == made.Person.Id));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheKeyholder_SeesThemAsAnybody_TheOwnerDoesNot_AndFiguresCountThem(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        var keyholder = made.Group.Visit();
        await keyholder.SignInAsync(made.Keyholder);
        Assert.Contains("Quillfeather", (await keyholder.GetAsync($"/people/{made.Person.Reference}")).Words("h1"), StringComparison.Ordinal);
        Assert.Contains("Quillfeather", (await keyholder.GetAsync($"/log?Q={Uri.EscapeDataString(WalledPerson.Misspelt)}")).Words(), StringComparison.Ordinal);
        Assert.Contains("Zelda Q.", (await keyholder.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        var owner = made.Group.Visit();
        await owner.SignInAsync(made.Owner);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/people/{made.Person.Reference}")).Status);

        var colleague = await made.Group.SignInAsync(Role.Supervisor);
        var (theirs, ours) = (await keyholder.GetAsync("/reports/monitoring"), await colleague.GetAsync("/reports/monitoring"));
        Assert.NotEmpty(ours.Words(".figures"));
        Assert.Equal(theirs.Words(".figures"), ours.Words(".figures"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheBoard_SaysThatSomebodyWaits_AndWhoHoldsTheKey_OrWhatWasAgreed(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        var desk = await made.Group.SignInAsync(Role.Facilitator);
        await (await (await made.Group.SignInAsync(Role.Coordinator)).GetAsync("/group/desk")).SubmitFormAsync("#desk", ("NoKeyholder", "Harbour House, 01302 000000"));

        var nobodyOn = await desk.GetAsync("/desk");
        Assert.Contains("One of us waits (1)", nobodyOn.Words(), StringComparison.Ordinal);
        Assert.Contains($"{made.Keyholder.DisplayName} has the key", nobodyOn.Words(), StringComparison.Ordinal);
        Assert.Contains("No keyholder is on. We agreed: Harbour House, 01302 000000", nobodyOn.Words(), StringComparison.Ordinal);

        await made.Group.SignOnAsync(atHome: true, ShiftState.Free, made.Keyholder);
        var on = await desk.GetAsync("/desk");
        Assert.Contains($"{made.Keyholder.DisplayName} has the key and is on", on.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour House", on.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoReachedThrough_OfMany_GoesBackToTheFirst()
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync());
        await made.Group.Store.Write("ManyReached", Actor.CommandLine, unit =>
        {
            for (var i = 0; i <= 50; i++)
                unit.Db.BrokenGlass.Add(new BreakGlass { Id = Ids.New(), PersonId = made.Person.Id, WhoseId = made.Owner.UserId, ByName = $"Colleague {i}", At = unit.Now.AddMinutes(i - 60) });
            return Task.FromResult(0);
        });
        var newest = await (await made.Group.SignInAsync(Role.Supervisor)).GetAsync("/desk/reached");
        Assert.Equal(50, newest.Page.QuerySelectorAll(".people > li").Length);
        var older = await newest.FollowAsync("Earlier");
        Assert.Equal("Colleague 0", Assert.Single(older.Page.QuerySelectorAll(".people > li strong")).TextContent);
        Assert.Null(older.Page.QuerySelector("[rel=next]"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ReachingThroughTheWall_NeedsAReason_ShowsTheNumberAndNoDiary_AndIsTold(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        var (desk, supervisor) = (await made.Group.SignInAsync(Role.Facilitator), await made.Group.SignInAsync(Role.Supervisor));
        var page = await (await desk.GetAsync("/desk")).FollowAsync("reach through the wall");
        Assert.DoesNotContain("Zelda", page.Text, StringComparison.Ordinal);
        var without = await page.SubmitAsync(("Why", " "));
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.DoesNotContain("900777", without.Text, StringComparison.Ordinal);

        var through = await without.SubmitAsync(("Why", "she rang and the line broke off"));

        Assert.Contains("07700 900777", through.Words(), StringComparison.Ordinal);
        Assert.Contains("after ten", through.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("cried for an hour", through.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/people/{made.Person.Reference}")).Status);
        var told = await supervisor.GetAsync("/desk/reached");
        Assert.Null(told.Page.QuerySelector("[rel=next]"));
        Assert.Contains("she rang and the line broke off", told.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zelda", told.Text, StringComparison.Ordinal);
        var owner = made.Group.Visit();
        await owner.SignInAsync(made.Owner);
        Assert.Contains("Somebody reached through your wall.", (await owner.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        var read = await owner.GetAsync("/me/key");
        Assert.Contains($"{desk.Account!.DisplayName}", read.Words(".know"), StringComparison.Ordinal);
        Assert.Contains("she rang and the line broke off", read.Words(".know"), StringComparison.Ordinal);
        await read.SubmitFormAsync(".know form");
        Assert.DoesNotContain("Somebody reached", (await owner.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        await using var db = await made.Group.Store.ReadAsync();
        Assert.True(await db.Operations.AnyAsync(o => o.Kind == "GlassBroken" && o.ById == desk.Account.UserId));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheWall_IsPutUpOnARecord_AndTheKeyIsChosenByThePeer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, owner, friend) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync("Zelda", "Quillfeather");
        await (await owner.GetAsync("/me/key")).SubmitAsync(("Holders", friend.Account!.Id.ToString()));

        var up = await (await desk.GetAsync($"/people/{person.Reference}/one-of-us")).SubmitAsync(("Account", owner.Account!.Id.ToString()));

        Assert.Contains("The record is behind the wall.", up.Words("body"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/people/{person.Reference}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await friend.GetAsync($"/people/{person.Reference}")).Status);
        await (await owner.GetAsync("/me/key")).PostHoldersAsync(owner);
        Assert.Equal(HttpStatusCode.NotFound, (await friend.GetAsync($"/people/{person.Reference}")).Status);
    }

    /// <summary>Every address there is, with everything that is theirs put in; and searches for them. Names: whether it names them, so that it must be 404.</summary>
    private static IEnumerable<(string Address, bool Names)> Addresses(WalledPerson made)
    {
        // Written wrong, as people do: the search finds them all the same, and what is typed is no word of theirs.
        var name = Uri.EscapeDataString(WalledPerson.Misspelt);
        string[] searches =
        [
            $"/register?Q={name}", $"/log?Q={name}", $"/refer?Q={name}", $"/desk/call?Q={name}", $"/desk/visitors/new?Q={name}", "/log?Q=03021980", "/log?Q=3%20Feb%201980", "/duplicates", "/referrals", "/mine", "/diary",
            $"/api/v1/people?q={name}", "/api/v1/cases?state=open", "/api/v1/desk", "/api/v1/referrals", $"/diary/peer/{made.Owner.Id}", $"/diary/peer/{made.Keyholder.Id}", $"/refer?person={made.Person.Reference}",
            "/reports/monitoring/rows?Figure=referrals&From=2026-03&To=2026-03", "/reports/monitoring/rows?Figure=contacts&From=2026-03&To=2026-03", "/reports/monitoring/rows?Figure=active_on&From=2026-03&To=2026-03",
            $"/duplicates/compare?One={made.Person.Reference}&Other={made.Alike.Reference}", $"/duplicates/{made.Person.Reference}/{made.Alike.Reference}",
        ];
        foreach (var search in searches)
            yield return (search, false);
        using (var db = made.Group.Store.Read())
        {
            // What they were given stands in a pot and on a round that everybody may open.
            yield return ($"/help/pots/{db.Pots.Single().Id}", false);
            yield return ($"/help/rounds/{db.DeliveryRounds.Single().Id}", false);
            yield return ("/reports/monitoring/rows?Figure=help_items&From=2026-03&To=2026-03", false);
        }

        var endpoints = made.Group.Site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        foreach (var pattern in endpoints.Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Where(p => !p.Contains("**", StringComparison.Ordinal) && !p.StartsWith(BreakGlass, StringComparison.Ordinal) && !OfNobody.Any(o => p.StartsWith(o, StringComparison.OrdinalIgnoreCase)) && p is not "/desk/changes"))
        {
            if (!pattern.Contains('{', StringComparison.Ordinal))
            {
                yield return (pattern, false);
                continue;
            }

            var byReference = Parameter().Matches(pattern).All(m => m.Groups[1].Value.Contains("eference", StringComparison.Ordinal) || m.Groups[1].Value is "one" or "other");
            foreach (var id in byReference ? made.Ids.Take(1) : made.Ids)
            {
                var address = Parameter().Replace(pattern, match => match.Groups[1].Value.Contains("eference", StringComparison.Ordinal) || match.Groups[1].Value is "one" or "other" ? made.Person.Reference : id);
                yield return (address, true);
            }

            if (pattern.Contains("{reference}", StringComparison.OrdinalIgnoreCase))
                yield return (Parameter().Replace(pattern, made.Merged), true);
        }
    }

    [GeneratedRegex(@"\{\*{0,2}([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Parameter();
}
