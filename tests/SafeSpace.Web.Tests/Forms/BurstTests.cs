using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
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

    /// <summary>Who looked is written down before a page is shown. Those who wait for that hold nothing that others need.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_WhileTheWriterIsBusy_KeepsNobodyElseFromReading(EngineKind engine)
    {
        var group = await (await TestSite.NewAsync(engine, door => door.TriesPerMinute = int.MaxValue)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var path = $"/people/{(await group.AddPersonAsync()).Reference}";
        await desk.GetAsync(path);
        var busy = new TaskCompletionSource();
        var writing = group.Store.Write("Busy", Actor.CommandLine, _ => busy.Task);
        var looking = Enumerable.Range(0, Asking).Select(_ => desk.GetAsync(path)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(1));

        try
        {
            var other = await group.Visit().GetAsync("/sign-in").WaitAsync(TimeSpan.FromSeconds(10));
            Assert.Equal(HttpStatusCode.OK, other.Status);
            Assert.DoesNotContain(looking, l => l.IsCompleted); // nothing is shown before
        }
        finally
        {
            busy.SetResult();
            await writing;
        }

        Assert.All(await Task.WhenAll(looking), a => Assert.Equal(HttpStatusCode.OK, a.Status));
    }
}
