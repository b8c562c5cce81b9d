using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Jobs;

/// <summary>What the coordinator sees of copies and restore drills.</summary>
public sealed class CareTests
{
    private const string Late = "The copies of our records are late.";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Coordinator_IsToldWhenCopiesFail_AndSeesWhenTheyAreMadeAgain(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000));
        var group = await site.NewGroupAsync();
        var plan = site.App.Services.GetRequiredService<IOptions<CopyPlan>>().Value;
        (plan.Nightly, plan.Folder) = (true, Path.Combine(site.Folder.Folder, "a-file"));
        await File.WriteAllTextAsync(plan.Folder, "", TestContext.Current.CancellationToken);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        Assert.DoesNotContain(Late, (await coordinator.GetAsync("/")).Text, StringComparison.Ordinal);

        site.Folder.Clock.Advance(TimeSpan.FromDays(2));
        await UntilAsync(site, async () => (await coordinator.GetAsync("/group/care")).Text.Contains("The file could not be written or read", StringComparison.Ordinal));
        Assert.Contains(Late, (await coordinator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Late, (await (await group.SignInAsync(Role.Facilitator)).GetAsync("/")).Text, StringComparison.Ordinal);

        plan.Folder = null;
        site.Folder.Clock.Advance(TimeSpan.FromHours(1));
        await UntilAsync(site, async () => (await coordinator.GetAsync("/group/care")).Text.Contains("made, and kept", StringComparison.Ordinal));
        Assert.DoesNotContain(Late, (await coordinator.GetAsync("/")).Text, StringComparison.Ordinal);
        site.Folder.Clock.Advance(TimeSpan.FromHours(1));
        await UntilAsync(site, async () => (await coordinator.GetAsync("/group/care")).Text.Contains("it can be restored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demonstration_IsNotCopied_AndSaysSo()
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync(demonstration: true);
        await new NightlyCopies(site.Stores, new CopyPlan()).RunAsync(group.Store);
        var page = await (await group.SignInAsync(Role.Coordinator)).GetAsync("/group/care");
        Assert.Contains("This is a demonstration with invented people: it is not copied.", page.Text, StringComparison.Ordinal);
        Assert.Contains("none yet", page.Text, StringComparison.Ordinal);
    }

    /// <summary>Jobs run by themselves once the clock was turned; a minute goes by now and then, because a round that was still going on when it was turned waits for the next.</summary>
    private static async Task UntilAsync(TestSite site, Func<Task<bool>> isSo)
    {
        for (var i = 1; i <= 2400; i++)
        {
            if (await isSo())
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
            if (i % 40 == 0)
                site.Folder.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Fail("It did not happen.");
    }
}
