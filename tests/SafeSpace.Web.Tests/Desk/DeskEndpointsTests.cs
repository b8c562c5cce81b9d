using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

public sealed class DeskEndpointsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_SaysWhoWaits_ByReference_WithoutNames(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var waiting = await group.ReferAsync("Samantha", "Harley");
        await group.ReferAsync("Ana", "Kowalska", decision: SafeSpace.Testing.Build.Refer.TakenOn);
        var desk = await group.ProgramAsync(Role.Facilitator);

        var answer = await desk.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1, answer.Json.GetProperty("waiting").GetProperty("count").GetInt32());
        Assert.Equal(waiting.Reference, answer.Json.GetProperty("waiting").GetProperty("referrals")[0].GetProperty("reference").GetString());
        Assert.Equal(2, answer.Json.GetProperty("not_contacted_yet").GetProperty("count").GetInt32());
        Assert.Equal(0, answer.Json.GetProperty("promised").GetProperty("count").GetInt32());
        Assert.DoesNotContain("Samantha", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Referrer)]
    [InlineData(Role.Peer)]
    [InlineData(Role.Coordinator)]
    public async Task Get_ByAnybodyElse_IsNotThere(Role role)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.ProgramAsync(role)).GetAsync("/desk")).Status);
    }
}
