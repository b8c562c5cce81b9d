using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Referrals.Refer;

/// <summary>What cannot be taken, and what is sent twice.</summary>
public sealed partial class IndexTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite, "Born", "31 2 1984", "Born")]
    [InlineData(EngineKind.Postgres, "Born", "31 2 1984", "Born")]
    [InlineData(EngineKind.Sqlite, "Born", "1 1 2031", "Born")]
    [InlineData(EngineKind.Postgres, "Born", "1 1 2031", "Born")]
    [InlineData(EngineKind.Sqlite, "Day", "1 1 2031", "Day")]
    [InlineData(EngineKind.Postgres, "Day", "1 1 2031", "Day")]
    [InlineData(EngineKind.Sqlite, "Team", "no_such_team", "Team")]
    [InlineData(EngineKind.Postgres, "Team", "no_such_team", "Team")]
    [InlineData(EngineKind.Sqlite, "FromPeers", "no_such_factor", "FromPeers")]
    [InlineData(EngineKind.Postgres, "FromPeers", "no_such_factor", "FromPeers")]
    [InlineData(EngineKind.Sqlite, "Needs", "a bell \u0007", "Needs")]
    [InlineData(EngineKind.Postgres, "Needs", "a bell \u0007", "Needs")]
    [InlineData(EngineKind.Sqlite, "TalkedAt.Time", "25:99", "TalkedAt_Time")]
    [InlineData(EngineKind.Postgres, "TalkedAt.Day", "1 1 2031", "TalkedAt")]
    public async Task Post_BadInput_IsSaidBesideItsField_AndNothingIsSaved(EngineKind engine, string field, string value, string at)
    {
        var (group, desk) = await DeskAsync(engine);
        var page = await desk.GetAsync("/refer");
        (string, string)[] time = field == "TalkedAt.Day" ? [("TalkedAt.Time", "10:00")] : [];

        var answer = await page.SubmitAsync([("GivenName", "Sam"), ("ToldUs", "lost her flat"), ("TalkedWith", "Joy"), (field, value), ("Do", "take"), .. time]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector($".error-summary a[href='#{at}']"));
        Assert.NotNull(answer.Page.QuerySelector($"#{at}"));
        Assert.Equal("lost her flat", Value(answer, "ToldUs"));
        Assert.Empty(await group.ReferralsAsync());
        await using var db = await group.Store.ReadAsync();
        Assert.Empty(await db.People.ToListAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WhatNoFormMayHold_IsAMistakeOfTheForm_NotOfOurs(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);

        var answer = await (await desk.GetAsync("/refer")).SubmitAsync(("GivenName", "a nul \0"), ("Do", "later"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEqual("", answer.Words());
        Assert.Empty(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TooLong_IsGivenBackWhole(EngineKind engine)
    {
        var (_, desk) = await DeskAsync(engine);
        var story = string.Join(' ', Enumerable.Repeat("lost her flat", 2_000));

        var answer = await (await desk.GetAsync("/refer")).SubmitAsync(("GivenName", "Sam"), ("ToldUs", story), ("Do", "later"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("too long", answer.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(story, Value(answer, "ToldUs"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SentTwice_IsOneReferral(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);
        var page = await desk.GetAsync("/refer");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync(("GivenName", "Sam"), ("Do", "later"))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Single(answers.Select(a => a.Path).Distinct());
        Assert.Single(await group.ReferralsAsync());
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.People.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SentAgainWithOtherWords_ShowsWhatWasKept(EngineKind engine)
    {
        var (_, desk) = await DeskAsync(engine);
        var page = await desk.GetAsync("/refer");
        await page.SubmitAsync(("GivenName", "Sam"), ("ToldUs", "lost her flat"), ("Do", "later"));

        var again = await page.SubmitAsync(("GivenName", "Sam"), ("ToldUs", "lost her flat and her job"), ("ReferrerName", "Joy"), ("Do", "take"));

        Assert.StartsWith("/referrals/", again.Path, StringComparison.Ordinal);
        Assert.Contains("sent already", again.Words(".saved"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_OnlyTheSearchBox_IsTheNameOfSomebodyNew(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);

        await (await desk.GetAsync("/refer")).SubmitAsync(("Q", "Anna Maria Nowak"), ("Do", "later"));

        await using var db = await group.Store.ReadAsync();
        var person = await db.People.SingleAsync();
        Assert.Equal(("Anna Maria", "Nowak"), (person.GivenName, person.Surname));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_HardStrings_AreRefusedWithASentence_OrKeptVerbatim_AndNeverInTheLog(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);
        var strings = System.Text.Json.JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path("reference/naughty-strings.json")))!;
        var page = await desk.GetAsync("/refer");
        foreach (var hard in strings.Where(s => !string.IsNullOrWhiteSpace(s)).Where((_, i) => i % 12 == (int)engine).Append("planted-zebra-words"))
        {
            var fresh = new[] { ("FormId", Ids.New().ToString()), ("GivenName", "Sam") };
            var answer = await page.SubmitAsync([.. fresh, ("Surname", hard), ("ToldUs", hard), ("Needs", hard), ("Owed", hard), ("ReferrerName", hard), ("Do", "later")]);
            if (answer.Status == HttpStatusCode.BadRequest)
            {
                Assert.NotNull(answer.Page.QuerySelector(".error-summary"));
                continue;
            }

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            var id = new ReferralId(Guid.Parse(answer.Path.Split('/')[^1]));
            var row = await group.ReferralAsync(id);
            Assert.Equal(hard.Trim().ReplaceLineEndings("\n"), group.Store.Vault.Open(ReferralWords.ToldUs, row.RowId, row.ToldUs)!.ReplaceLineEndings("\n"));
            Assert.Null(answer.Page.QuerySelector("main script, main img, main iframe"));
        }

        Assert.DoesNotContain(group.Site.Log.Lines, line => line.Contains("planted-zebra-words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Referrer)]
    [InlineData(Role.Peer)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Commissioner)]
    public async Task WhoMayNotTakeReferrals_FindsNothingHere(Role role)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var visitor = await group.SignInAsync(role);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/refer")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/referrals")).Status);
    }
}
