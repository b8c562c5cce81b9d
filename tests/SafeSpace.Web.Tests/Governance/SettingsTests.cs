using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Governance;

/// <summary>What a group says of itself. On sites of their own: these screens lock, and other tests turn the shared clock.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Changes_ShowOnEveryPageAtOnce(EngineKind engine)
    {
        var group = await (await TestSite.NewAsync(engine)).NewGroupAsync(idleMinutes: 240);
        var person = await group.AddPersonAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var saved = await (await coordinator.GetAsync("/group")).SubmitAsync(
            ("Change.Name", "Hill House"), ("Change.Phone", "01422 555 0100"), ("Change.NeutralAddress", "https://weather.example/"), ("Change.Language", "pl"));

        Assert.Equal("/group", saved.Path);
        Assert.Equal("pl", saved.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Hill House", saved.Words("body"), StringComparison.Ordinal);
        Assert.Contains("01422 555 0100", saved.Words(".foot"), StringComparison.Ordinal);
        var page = await (await group.SignInAsync(Role.Facilitator)).GetAsync($"/people/{person.Reference}");
        Assert.Equal("https://weather.example/", page.Page.QuerySelector("a[data-leave]")!.GetAttribute("href"));
        Assert.Contains("Hill House", (await group.Visit().GetAsync("/sign-in")).Words("body"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Change.Name", "", "Give the group a name")]
    [InlineData("Change.Phone", "ring us", "Write a phone number in digits")]
    [InlineData("Change.NeutralAddress", "http://weather.example", "begins with https://")]
    [InlineData("Change.NeutralAddress", "javascript:alert(1)", "begins with https://")]
    [InlineData("Change.IdleMinutes", "0", "Between 1 and 240 minutes.")]
    [InlineData("Change.IdleMinutes", "many", "")]
    [InlineData("Change.ReferencePrefix", "s5", "One to six capital letters")]
    [InlineData("Change.TimeZone", "Halifax", "We do not know this time zone")]
    [InlineData("Change.Language", "tlh", "Choose a language.")]
    public async Task Post_WhatCannotBe_SaysWhyAndChangesNothing(string field, string value, string says)
    {
        var group = await (await TestSite.NewAsync(EngineKind.Sqlite)).NewGroupAsync(idleMinutes: 240);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/group");

        var refused = await coordinator.PostAsync("/group", page.FormFields((field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Words(), StringComparison.Ordinal);
        Assert.NotEmpty(refused.Page.QuerySelectorAll(".error-summary a"));
        Assert.Equal("Riverside Safe Space", group.Store.Profile.Name);
        Assert.Equal("Europe/London", group.Store.Profile.TimeZone);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AfterSomebodyElse_ShowsBoth_AndSavingAgainKeepsMine(EngineKind engine)
    {
        var group = await (await TestSite.NewAsync(engine)).NewGroupAsync(idleMinutes: 240);
        var (one, other) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Coordinator));
        var (first, second) = (await one.GetAsync("/group"), await other.GetAsync("/group"));
        await first.SubmitAsync(("Change.Phone", "01422 555 0100"));

        var late = await second.SubmitAsync(("Change.Phone", "01422 555 0199"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("01422 555 0100", late.Words(".know"), StringComparison.Ordinal);
        Assert.Contains("yours: 01422 555 0199", late.Words(".know"), StringComparison.Ordinal);
        Assert.Equal("01422 555 0100", group.Store.Profile.Phone);
        await late.SubmitAsync();
        Assert.Equal("01422 555 0199", group.Store.Profile.Phone);
    }

    [Fact]
    public async Task Post_PrefixOnceThereArePeople_StaysAsItWas()
    {
        var group = await (await TestSite.NewAsync(EngineKind.Sqlite)).NewGroupAsync(idleMinutes: 240);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/group")).SubmitAsync(("Change.ReferencePrefix", "HH"));
        Assert.Equal("HH0001", (await group.AddPersonAsync()).Reference);
        var page = await coordinator.GetAsync("/group");

        await coordinator.PostAsync("/group", page.FormFields(("Change.ReferencePrefix", "ZZ")));

        Assert.Equal("HH0002", (await group.AddPersonAsync("Ana", "Reed")).Reference);
    }
}
