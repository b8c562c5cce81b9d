using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Referrals.Api;

public sealed class ReferralEndpointsTests
{
    private static readonly object Sam = new
    {
        person = new { given_name = "Sam", surname = "Harley", date_of_birth = "1984-03-14", phones = new[] { "07700 900123" }, voicemail = "no" },
        team = "crisis_team",
        referrer_name = "Nurse Joy",
        how_soon = "today",
        told_us = "lost her flat",
        factors = new[] { "housing" },
    };

    private static async Task<TestGroup> GroupAsync(EngineKind engine) => await (await TestSite.OnAsync(engine)).NewGroupAsync();

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_FromTheDesk_IsSaved_AndSaysHowItCounts(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var desk = await group.ProgramAsync(Role.Facilitator);

        var answer = await desk.PostAsync("/referrals", Sam);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(("waiting", "SS0001", "first"), (answer.Json.GetProperty("outcome").GetString(), answer.Json.GetProperty("reference").GetString(), answer.Json.GetProperty("kind").GetString()));
        var row = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((Channel.Interface, "crisis_team", "today", (UserId?)null), (row.Channel, row.Team, row.HowSoon, row.ReferrerId));
        Assert.EndsWith($"/api/v1/referrals/{row.RowId}", answer.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_OfSomebodyKnown_IsADouble_OrARepeatWhenSaid(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var desk = await group.ProgramAsync(Role.Facilitator);
        var person = await group.AddPersonAsync();

        var same = await desk.PostAsync("/referrals", new { person = new { reference = person.Reference, safe_times = "after 5" } });
        var fresh = await desk.PostAsync("/referrals", new { person = new { reference = person.Reference }, crisis = "new" });
        var wrong = await desk.PostAsync("/referrals", new { person = new { reference = person.Reference, given_name = "Samuel" } });

        Assert.Equal(("double", "repeat"), (same.Json.GetProperty("kind").GetString(), fresh.Json.GetProperty("kind").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("leave this out", wrong.Mistake("person.given_name"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_FromAReferrer_LearnsNothing_AndMaySayNothingOfTheDesks(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var person = await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14), "07700 900123");
        var hospital = await group.ProgramAsync(Role.Referrer);

        var made = await hospital.PostAsync("/referrals", Sam);
        var real = await hospital.PostAsync("/referrals", new { person = new { reference = person.Reference } });
        var none = await hospital.PostAsync("/referrals", new { person = new { reference = "SS9999" } });
        var crisis = await hospital.PostAsync("/referrals", new { person = new { given_name = "Sam" }, crisis = "new" });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.DoesNotContain("SS0", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("first", made.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, real.Status);
        Assert.Equal(none.Mistake("person.reference"), real.Mistake("person.reference"));
        Assert.NotEqual("", crisis.Mistake("crisis"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AReferrer_SeesOnlyItsOwn(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var (one, other, desk) = (await group.ProgramAsync(Role.Referrer), await group.ProgramAsync(Role.Referrer), await group.ProgramAsync(Role.Supervisor));
        var id = (await one.PostAsync("/referrals", Sam)).Json.GetProperty("id").GetGuid();

        Assert.Equal("waiting", (await one.GetAsync($"/referrals/{id}")).Json.GetProperty("outcome").GetString());
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/referrals/{id}")).Status);
        var hidden = await other.GetAsync($"/referrals/{id}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, (await other.GetAsync($"/referrals/{Ids.New()}")).Status));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SentTwiceWithOneKey_IsOneReferral_AndOneAnswer(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var hospital = await group.ProgramAsync(Role.Referrer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => hospital.PostAsync("/referrals", Sam, "key-1")));
        var other = await hospital.PostAsync("/referrals", new { told_us = "somebody else" }, "key-1");

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Created, answers[0].Text), (a.Status, a.Text)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Single(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_BadInput_IsSaidBesideEachField_AndNothingIsSaved(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var desk = await group.ProgramAsync(Role.Facilitator);

        var answer = await desk.PostAsync("/referrals", new
        {
            person = new { given_name = "bell \a", date_of_birth = "1984-02-30", voicemail = "perhaps", surname = "half \uD83D letter" },
            day = "tomorrow",
            crisis = "old",
        });
        var lists = await desk.PostAsync("/referrals", new { person = new { given_name = "Sam", date_of_birth = "2031-01-01" }, team = "x", how_soon = "y", factors = new[] { "z" }, day = "2031-01-02", told_us = new string('a', 30_000) });

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Type));
        foreach (var field in new[] { "person.date_of_birth", "person.voicemail", "day", "crisis" })
            Assert.NotEqual("", answer.Mistake(field));
        foreach (var field in new[] { "person.date_of_birth", "team", "how_soon", "factors", "day", "told_us" })
            Assert.NotEqual("", lists.Mistake(field));
        Assert.Empty(await group.ReferralsAsync());
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.People.AnyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_NullCharacterInAReference_IsAMistakeAndNoFaultOfOurs(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var desk = await group.ProgramAsync(Role.Facilitator);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync("/referrals", new { person = new { reference = "SS\0" } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync("/referrals", new { person = new { given_name = "Sam" }, team = "a\0" })).Status);
        Assert.Empty(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{}", "application/json", 400)]
    [InlineData("GivenName=Sam", "application/x-www-form-urlencoded", 415)]
    public async Task Post_WhatIsNoReferral_IsAClientsMistake(string body, string type, int status)
    {
        var group = await GroupAsync(EngineKind.Sqlite);
        var desk = await group.ProgramAsync(Role.Facilitator);

        var answer = await desk.PostAsync("/referrals", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal((status, "application/problem+json"), ((int)answer.Status, answer.Type));
        Assert.Empty(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Decision_OneWins_AndChangingItSaysWhy(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var desk = await group.ProgramAsync(Role.Facilitator);
        var id = (await desk.PostAsync("/referrals", Sam)).Json.GetProperty("id").GetGuid();

        var bare = await desk.PostAsync($"/referrals/{id}/decision", new { decision = "taken_on" });
        var odd = await desk.PostAsync($"/referrals/{id}/decision", new { decision = "refused" });
        var no = await desk.PostAsync($"/referrals/{id}/decision", new { decision = "not_now", reason = "no_room" });
        var late = await desk.PostAsync($"/referrals/{id}/decision", new { decision = "taken_on", talked_with = "Joy" });
        var changed = await desk.PostAsync($"/referrals/{id}/decision", new { decision = "taken_on", talked_with = "Joy", because = "there is room" });

        Assert.NotEqual("", bare.Mistake("talked_with"));
        Assert.NotEqual("", odd.Mistake("decision"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK), (no.Status, late.Status, changed.Status));
        var row = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((ReferralOutcome.TakenOn, ReferralKind.First), (row.Outcome, row.Kind));
        Assert.Equal(CaseState.Open, (await group.CaseAsync(row.PersonId))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Decision_OfAnotherGroup_OrByAReferrer_IsNotThere(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var other = await (await GroupAsync(engine)).ReferAsync();
        var hospital = await group.ProgramAsync(Role.Referrer);
        var desk = await group.ProgramAsync(Role.Facilitator);
        var mine = (await hospital.PostAsync("/referrals", Sam)).Json.GetProperty("id").GetGuid();
        var yes = new { decision = "taken_on", talked_with = "Joy" };

        Assert.Equal(HttpStatusCode.NotFound, (await hospital.PostAsync($"/referrals/{mine}/decision", yes)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync($"/referrals/{other.Id.Value}/decision", yes)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync($"/referrals/{Ids.New()}/decision", yes)).Status);
    }
}
