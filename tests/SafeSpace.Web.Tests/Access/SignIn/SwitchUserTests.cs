using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.SignIn;

/// <summary>A shared office computer: several people, a name and a PIN.</summary>
public sealed class SwitchUserTests
{
    private const string Pin = "7392", OthersPin = "8461";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Switch_TwoTaps_LeadToSomebodyElse_AndBack(EngineKind engine)
    {
        var (group, computer, one, other) = await SharedAsync(engine);
        Assert.Contains(other.DisplayName, (await computer.GetAsync("/")).Words(".foot"), StringComparison.Ordinal);

        var names = await SwitchAsync(computer);
        Assert.Contains("Who are you?", names.Words(), StringComparison.Ordinal);
        var locked = await computer.GetAsync("/me");
        Assert.Equal("/sign-in/pin", locked.Path.Split('?')[0]);

        Assert.Equal("/", (await ChooseAsync(computer, names, one, Pin)).Path);
        Assert.Contains(one.DisplayName, (await computer.GetAsync("/")).Words(".foot"), StringComparison.Ordinal);
        Assert.Equal("/", (await ChooseAsync(computer, await SwitchAsync(computer), other, OthersPin)).Path);
        Assert.Contains(other.DisplayName, (await computer.GetAsync("/")).Words(".foot"), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.All(db.Sessions.Where(s => s.UserId == one.UserId), s => Assert.NotNull(s.EndedAt));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyElsesPin_OpensNothing_AndFiveForgetThatPersonAlone(EngineKind engine)
    {
        var (_, computer, one, other) = await SharedAsync(engine);
        var names = await SwitchAsync(computer);
        for (var i = 0; i < PinRules.MostWrong - 1; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await ChooseAsync(computer, names, one, OthersPin)).Status);
        var fifth = await ChooseAsync(computer, names, one, OthersPin);
        Assert.Equal("/sign-in", fifth.Path.Split('?')[0]);
        var left = await computer.GetAsync("/sign-in/pin?choose=true");
        Assert.DoesNotContain(one.DisplayName, left.Words(), StringComparison.Ordinal);
        Assert.Contains(other.DisplayName, left.Words(), StringComparison.Ordinal);
        Assert.Equal("/", (await ChooseAsync(computer, left, other, OthersPin)).Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task LockedScreen_AsksWhoLockedItFirst_AndOffersTheOthers(EngineKind engine)
    {
        var (_, computer, one, other) = await SharedAsync(engine);
        await (await computer.GetAsync("/me")).SubmitFormAsync("form[action$='/lock']");
        var locked = await computer.GetAsync("/mine");
        Assert.Contains($"{other.DisplayName}, this screen is locked", locked.Words(), StringComparison.Ordinal);
        Assert.Contains(one.DisplayName, locked.Words("ul.people"), StringComparison.Ordinal);
        Assert.Equal("/mine", (await locked.SubmitAsync(("Pin", OthersPin))).Path);
    }

    [Fact]
    public async Task SomebodyThisComputerDoesNotRemember_IsNotOffered_NorLetIn()
    {
        var (group, computer, one, _) = await SharedAsync(EngineKind.Sqlite);
        var stranger = await group.AddAccountAsync(Role.Peer);
        await new Devices(group.Store, TestGroup.Hasher).SetPinAsync(stranger.UserId, Pin);
        var names = await SwitchAsync(computer);
        Assert.DoesNotContain(stranger.DisplayName, names.Words(), StringComparison.Ordinal);
        var page = await computer.GetAsync($"/sign-in/pin?who={stranger.Id}");
        Assert.Null(page.Page.QuerySelector("#Pin"));
        var forged = await (await computer.GetAsync($"/sign-in/pin?who={one.Id}")).SubmitAsync(("Who", stranger.Id.ToString()), ("Pin", Pin));
        Assert.StartsWith("/sign-in", forged.Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await computer.GetAsync("/me")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSamePersonRememberedTwice_StandsOnce()
    {
        var (group, computer, one, other) = await SharedAsync(EngineKind.Sqlite);
        await RememberAsync(group, computer, one, pin: null);
        var names = await SwitchAsync(computer);
        Assert.Equal(new[] { one.DisplayName, other.DisplayName }.Order(), names.Page.QuerySelectorAll("ul.people a").Select(a => a.TextContent).Order());
    }

    private static async Task<(TestGroup Group, Visitor Computer, User One, User Other)> SharedAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var computer = group.Visit();
        var (one, other) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Facilitator, Role.Peer));
        await RememberAsync(group, computer, one, Pin);
        await RememberAsync(group, computer, other, OthersPin);
        return (group, computer, one, other);
    }

    private static async Task RememberAsync(TestGroup group, Visitor computer, User account, string? pin)
    {
        var page = await (await computer.GivePasswordAsync(account)).SubmitAsync(("Code", computer.CodeOf(account)), ("Remember", "true"));
        if (pin is not null)
            await page.SubmitAsync(("Pin", pin));
    }

    private static async Task<Answer> SwitchAsync(Visitor computer) => await (await computer.GetAsync("/")).SubmitFormAsync("form[action$='/switch']");

    private static async Task<Answer> ChooseAsync(Visitor computer, Answer names, User who, string pin)
    {
        var link = names.Page.QuerySelectorAll("ul.people a").Single(a => a.TextContent == who.DisplayName).GetAttribute("href")!;
        return await (await computer.GetAsync(link)).SubmitAsync(("Pin", pin));
    }
}
