using System.Net;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access;

/// <summary>Card numbers are short: nobody tries them in order at the page of the centre's entrance.</summary>
public sealed class DoorThrottleTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TooManyCardNumbers_AreAskedToWait(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, o => o.VisitorsPerMinute = 5);
        var group = await site.NewGroupAsync();
        var door = "/door/" + await new DoorService(group.Store, (_, _, _) => Task.FromResult(false)).OpenDoorAsync("Front door", null, Actor.System);
        var page = await group.Visit().GetAsync(door);

        for (var i = 0; i < 5; i++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await page.SubmitAsync(("Card", $"1234{i}"))).Status);
        var sixth = await page.SubmitAsync(("Card", "12345"));

        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.Status);
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync(door)).Status); // reading is free
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync("/sign-in?whole=true")).Status);
    }
}
