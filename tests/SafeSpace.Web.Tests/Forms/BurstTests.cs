using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Forms;

/// <summary>More people ask in one moment than there are connections to the database. Nobody may hold one while waiting for another.</summary>
public sealed class BurstTests
{
    private const int Asking = 40;

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AllAtOnce_WithNoKeyInMemory_IsAnswered(EngineKind engine)
    {
        var group = await (await TestSite.NewAsync(engine, door => door.TriesPerMinute = int.MaxValue)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        for (var i = 0; i < Asking; i++)
            await group.ReferAsync("Sam", $"Harley{i}");
        var referrals = await group.ReferralsAsync();
        group.Store.Rest();

        var answers = await Task.WhenAll(referrals.Select(r => desk.GetAsync($"/referrals/{r.Id.Value}")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
    }
}
