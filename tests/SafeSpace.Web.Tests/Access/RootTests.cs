using System.Net;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access;

public sealed class RootTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Root_IsPublic_AndLeadsToTheGroups(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var stranger = new Visitor(site, "");

        var welcome = await stranger.GetAsync("/");
        var nothing = await stranger.GetAsync("/no-such-group/people");

        Assert.Equal(HttpStatusCode.OK, welcome.Status);
        Assert.NotNull(welcome.Page.QuerySelector($"a[href='/{group.Slug}/']"));
        Assert.Equal("Safe Space", welcome.Words("h1"));
        Assert.Contains("peer-led mental-health crisis service", welcome.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, nothing.Status);
        Assert.Contains("This page is not there", nothing.Words(), StringComparison.Ordinal);
    }
}
