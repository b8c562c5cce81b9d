using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Modules.Register.SeeRegister;

namespace SafeSpace.Web.Tests.Register;

public sealed class RegisterTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_FiltersAndPages_ShowEverybodyOnceAndRecordWhoStoodThere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var today = group.Store.Clock.Today;
        await group.Store.Write("PeopleAdded", Actor.CommandLine, async unit =>
        {
            for (var i = 0; i < 360; i++)
            {
                var person = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = $"G{i}", Surname = "Name" });
                if (i % 3 == 2)
                    continue;
                await CaseWriter.OpenAsync(unit, person.Id, today.AddDays(-i / 30), i % 2 == 0 ? "crisis_team" : "home_treatment");
                if (i % 3 == 1)
                    await CaseWriter.CloseAsync(unit, person.Id, today, "better", null);
            }
        });
        var facilitator = await group.SignInAsync(Role.Facilitator);
        Assert.Equal(360, (await AllAsync(facilitator, "/register")).Count);
        Assert.Equal(120, (await AllAsync(facilitator, "/register?state=open")).Count);
        Assert.Equal(120, (await AllAsync(facilitator, "/register?state=closed")).Count);
        Assert.Equal(120, (await AllAsync(facilitator, "/register?team=crisis_team")).Count);
        Assert.Equal(120, (await AllAsync(facilitator, "/register?NotContacted=true")).Count);
        Assert.Empty(await AllAsync(facilitator, "/register?factor=housing"));
        // The last of the page before is not there any more: nobody of that day is left out.
        var day = today.AddDays(-1).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(110, (await AllAsync(facilitator, $"/register?state=open&after={day}_99999")).Count);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(360, await db.ViewedPeople.Select(v => v.PersonId).Distinct().CountAsync());
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync("/register")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Search_FindsAndSaysWhy(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Katarzyna", "Wiśniewska", new DateOnly(1979, 7, 3), "07700 900123");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var found = await (await facilitator.GetAsync("/register")).SubmitFormAsync("form[role=search]", ("Q", "kate wisniewsk"));
        Assert.Contains(person.Reference, found.Words("#found"), StringComparison.Ordinal);
        Assert.Contains("surname one letter off", found.Words("#found"), StringComparison.Ordinal);
        Assert.DoesNotContain(group.Site.Log.Lines, line => line.Contains("wisniewsk", StringComparison.OrdinalIgnoreCase));
        var nobody = await facilitator.GetAsync("/register?Q=" + Uri.EscapeDataString("<script>alert(1)</script> Quartermaine"));
        Assert.Contains("Nobody like that", nobody.Words(), StringComparison.Ordinal);
        Assert.Empty(nobody.Page.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Load_EveryPage_GoesByAnIndex(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.AddPersonAsync("Sam", "Harley");
        await using var db = await group.Store.ReadAsync();
        var plans = await QueryPlans.OfAsync(async () =>
        {
            await RegisterRows.LoadAsync(db, new RegisterFilter(null, null, null, false), new RegisterCursor(null, 50));
            await RegisterRows.LoadAsync(db, new RegisterFilter(CaseState.Open, null, null, false), new RegisterCursor(group.Store.Clock.Today, 50));
            await RegisterRows.LoadAsync(db, new RegisterFilter(CaseState.Open, null, "housing", true), null);
            await RegisterRows.LoadAsync(db, new RegisterFilter(null, "crisis_team", null, false), null);
            await RegisterRows.LoadAsync(db, new RegisterFilter(null, null, "housing", false), null);
        });
        Assert.Equal(6, plans.Count); // one looks up where the page before ended
        Assert.Empty(QueryPlans.Scans(plans, "person", "person_case", "person_factor"));
    }

    private static async Task<HashSet<string>> AllAsync(Visitor visitor, string path)
    {
        var seen = new HashSet<string>();
        for (var page = await visitor.GetAsync(path); ;)
        {
            foreach (var link in page.Page.QuerySelectorAll("tbody th a"))
                Assert.True(seen.Add(link.GetAttribute("href")!));
            if (page.Page.QuerySelector("a[rel=next]") is null)
                return seen;
            page = await page.FollowAsync("Next");
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_OpenAndNothingPromised_IsWhoNobodyThinksOf_AlsoWhenTheirPeerLeft(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (facilitator, peer, leaver) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var (promised, claimed, left, nobodys, closed) = (await group.AddPersonAsync("Paula", "Promised"), await group.AddPersonAsync("Clara", "Claimed"), await group.AddPersonAsync("Lena", "Left"), await group.AddPersonAsync("Nadia", "Nobodys"), await group.AddPersonAsync("Carl", "Closed"));
        await group.PromiseAsync(promised, null, inDays: 5);
        await group.TieAsync(claimed, peer, TieKind.StepDown);
        await group.TieAsync(left, leaver);
        await group.LogContactAsync(nobodys, peer);
        await group.CloseCaseAsync(closed);
        await new AccountService(group.Store).RetireAsync(leaver.UserId, Actor.CommandLine);

        var page = await (await facilitator.GetAsync("/promises")).FollowAsync("Open, and nobody promised them anything or rings them");

        Assert.Equal(["Lena Left", "Nadia Nobodys"], page.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()).Order());
        Assert.NotNull(page.Page.QuerySelector("[name=NothingPromised][checked]"));
    }
}
