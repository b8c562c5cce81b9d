using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Register;

public sealed class CaseEndpointsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_InPages_EachCaseOnce_TheNewestFirst(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var today = group.Store.Clock.Today;
        for (var i = 0; i < 7; i++)
            await group.AddPersonAsync(new PersonDetails { GivenName = $"Sam{i}" }, openedOn: today.AddDays(-(i / 3)));
        await group.CloseCaseAsync(await group.AddPersonAsync("Closed", "Case"));
        var desk = await group.ProgramAsync(Role.Facilitator);

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await desk.GetAsync($"/cases?state=open&limit=2{(next is null ? "" : "&after=" + next)}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            seen.AddRange(page.Json.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("reference").GetString()!));
            next = page.Json.GetProperty("next").GetString();
        }
        while (next is not null && seen.Count < 20);

        Assert.Equal(["SS0003", "SS0002", "SS0001", "SS0006", "SS0005", "SS0004", "SS0007"], seen);
        var closed = await desk.GetAsync("/cases?state=closed");
        Assert.Equal("SS0008", closed.Json.GetProperty("cases")[0].GetProperty("reference").GetString());
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(5, await db.Set<Core.Audit.View>().CountAsync(v => v.Surface == "api/cases"));
    }

    [Theory]
    [InlineData("state=lost")]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("after=1%20OR%201")]
    public async Task Get_BadQuestions_AreSaid(string query)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var desk = await group.ProgramAsync(Role.Facilitator);

        var answer = await desk.GetAsync("/cases?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEqual("", answer.Mistake(query[..query.IndexOf('=', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData(Role.Referrer)]
    [InlineData(Role.Commissioner)]
    [InlineData(Role.Steering)]
    public async Task Get_ByWhoMayNotSeePeople_IsNotThere(Role role)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.ProgramAsync(role)).GetAsync("/cases")).Status);
    }
}
