using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Referrals.Decide;

public sealed class IndexTests
{
    private static async Task<(TestGroup Group, Visitor Desk, Referred Referred)> WaitingAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        return (group, await group.SignInAsync(Role.Facilitator), await group.ReferAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_WhatCameByFormOfSomebodyKnown_OffersToCompare_UntilSomebodySaid(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var known = await group.AddPersonAsync("Katarzyna", "Nowak", new DateOnly(1984, 3, 14), "07700 900123");
        var byForm = (await group.ReferAsync(new ReferralDetails
        {
            Channel = Channel.Form,
            Person = new PersonDetails { GivenName = "Kate", Surname = "Nowack", DateOfBirth = new DateOnly(1984, 3, 14), Phones = [new PhoneDetails("07700 900123")] },
        }))!;
        var desk = await group.SignInAsync(Role.Facilitator);

        var page = await desk.GetAsync($"/referrals/{byForm.Id.Value}");

        Assert.Contains($"Katarzyna Nowak ({known.Reference})", page.Words("section[aria-labelledby=known-already]"), StringComparison.Ordinal);
        var compare = await page.FollowAsync("Compare");
        await compare.SubmitAsync(("Decision", "same"));
        var joined = await desk.GetAsync($"/referrals/{byForm.Id.Value}");
        Assert.Contains(known.Reference, joined.Words(), StringComparison.Ordinal);
        Assert.Null(joined.Page.QuerySelector("#known-already"));
        Assert.Equal(ReferralKind.Double, (await group.ReferralAsync(byForm.Id)).Kind);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TakenOn_OpensThePerson(EngineKind engine)
    {
        var (group, desk, referred) = await WaitingAsync(engine);

        var saved = await (await desk.GetAsync($"/referrals/{referred.Id.Value}")).SubmitFormAsync("#decision", ("TalkedWith", "Nurse Joy"), ("TalkedAt.Time", "16:30"), ("Do", "take"));

        Assert.Equal($"/people/{referred.Reference}", saved.Path);
        var row = await group.ReferralAsync(referred.Id);
        Assert.Equal((ReferralOutcome.TakenOn, "Nurse Joy", 16), (row.Outcome, row.TalkedWith, group.Store.Clock.ToLocal(row.TalkedAt!.Value).Hour));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TakenOn_AsksForTheTalk_AlsoOfWhatCameByForm(EngineKind engine)
    {
        var (group, desk, _) = await WaitingAsync(engine);
        var byForm = (await group.ReferAsync(new ReferralDetails { Channel = Channel.Form, ReferrerName = "Nurse Joy", Person = new PersonDetails { GivenName = "Ana" } }))!;

        var answer = await (await desk.GetAsync($"/referrals/{byForm.Id.Value}")).SubmitFormAsync("#decision", ("ElsewhereWords", "typed and kept"), ("Do", "take"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector(".error-summary a[href='#TalkedWith']"));
        Assert.Equal("typed and kept", answer.Page.QuerySelector("[name=ElsewhereWords]")!.GetAttribute("value"));
        Assert.Equal(ReferralOutcome.Waiting, (await group.ReferralAsync(byForm.Id)).Outcome);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SomebodyElseWasQuicker_ShowsBoth_AndLosesNoWord(EngineKind engine)
    {
        var (group, desk, referred) = await WaitingAsync(engine);
        var page = await desk.GetAsync($"/referrals/{referred.Id.Value}");
        await new ReferralService(group.Store).DecideAsync(referred.Id, null, new() { Outcome = ReferralOutcome.NotNow, Reason = "no_room" }, new Actor(null, "Stuart"));

        var answer = await page.SubmitFormAsync("#decision", ("TalkedWith", "Nurse Joy"), ("Do", "take"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Stuart decided this while you were typing", answer.Words(), StringComparison.Ordinal);
        Assert.Contains("We have no room tonight", answer.Words(), StringComparison.Ordinal);
        Assert.Equal("Nurse Joy", answer.Page.QuerySelector("#decision [name=TalkedWith]")!.GetAttribute("value"));
        Assert.Equal(ReferralOutcome.NotNow, (await group.ReferralAsync(referred.Id)).Outcome);

        var changed = await answer.SubmitFormAsync("#decision", ("Because", "Beth came in after all"), ("Do", "take"));
        Assert.Equal($"/people/{referred.Reference}", changed.Path);
        Assert.Equal(ReferralOutcome.TakenOn, (await group.ReferralAsync(referred.Id)).Outcome);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ChangingADecision_AsksWhy(EngineKind engine)
    {
        var (group, desk, referred) = await WaitingAsync(engine);
        var page = await desk.GetAsync($"/referrals/{referred.Id.Value}");
        var decided = await page.SubmitFormAsync("#decision", ("NotNowReason", "no_room"), ("Do", "notnow"));
        Assert.Equal($"/referrals/{referred.Id.Value}", decided.Path);
        Assert.Equal(CaseState.Closed, (await group.CaseAsync(referred.Person))!.State);

        var asked = await decided.SubmitFormAsync("#decision", ("TalkedWith", "Joy"), ("Do", "take"));
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.NotNull(asked.Page.QuerySelector(".error-summary a[href='#Because']"));
        await asked.SubmitFormAsync("#decision", ("Because", "there is room"), ("Do", "take"));

        Assert.Equal(CaseState.Open, (await group.CaseAsync(referred.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Owed_IsNoted_AndTicksOffWhenItCame(EngineKind engine)
    {
        var (group, desk, referred) = await WaitingAsync(engine);
        var page = await desk.GetAsync($"/referrals/{referred.Id.Value}");

        var empty = await page.SubmitFormAsync("#ask", ("Owed", " "));
        var asked = await page.SubmitFormAsync("#ask", ("Owed", "hospital letter"));
        await page.SubmitFormAsync("#ask", ("Owed", "hospital letter"));
        var came = await asked.SubmitFormAsync("form.came");

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("hospital letter", asked.Words(".people"), StringComparison.Ordinal);
        Assert.Contains("came", came.Words(".people"), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.NotNull((await db.OwedItems.SingleAsync()).CameAt);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatIsNotHere_IsNotThere(EngineKind engine)
    {
        var (_, desk, referred) = await WaitingAsync(engine);
        var elsewhere = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var other = await elsewhere.ReferAsync();
        var page = await desk.GetAsync($"/referrals/{referred.Id.Value}");

        foreach (var path in new[] { $"/referrals/{Ids.New()}", $"/referrals/{other.Id.Value}", "/referrals/not-an-id" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(path)).Status);
        var token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var post = await desk.PostAsync($"/referrals/{other.Id.Value}", new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Do"] = "take", ["TalkedWith"] = "Joy" });
        Assert.Equal(HttpStatusCode.NotFound, post.Status);
        Assert.Equal(ReferralOutcome.Waiting, (await elsewhere.ReferralAsync(other.Id)).Outcome);
    }
}
