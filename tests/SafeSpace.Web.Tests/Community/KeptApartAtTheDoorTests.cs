using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.SocialValue;

namespace SafeSpace.Web.Tests.Community;

/// <summary>Two who must not meet are not put together by the page at the door: the second is in, is asked to wait, and the desk goes to them.</summary>
public sealed class KeptApartAtTheDoorTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheSecondOfTwo_WaitsAtTheDoor_AndTheDeskIsTold(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (supervisor, desk) = (await group.SignInAsync(Role.Supervisor), await group.SignInAsync(Role.Facilitator));
        var (molly, joe) = (await group.AddPersonAsync("Molly", "Reed"), await group.AddPersonAsync("Joe", "Marsh"));
        await (await supervisor.GetAsync("/desk/keep-apart")).SubmitFormAsync("#new", ("OnePerson", molly.Reference), ("OtherPerson", joe.Reference), ("Why", "he followed her home"));
        var (door, hers, his) = (await DoorAsync(group), await MemberAsync(group, "M1", "Molly Reed", molly.Id), await MemberAsync(group, "M2", "Joe Marsh", joe.Id));

        Assert.Contains("Welcome. You are in.", (await TapAsync(group, door, hers)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("at the door", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        var said = await TapAsync(group, door, his);

        Assert.Contains("Welcome. One of us comes to you. Please wait here a moment.", said.Words(), StringComparison.Ordinal);
        foreach (var secret in new[] { "Molly", "Joe", "Reed", "meet", "apart", "followed" })
            Assert.DoesNotContain(secret, said.Page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("You are in already.", (await TapAsync(group, door, his)).Words(), StringComparison.Ordinal);

        var waiting = await (await desk.GetAsync("/desk")).FollowAsync("Who waits");
        Assert.Contains("Joe Marsh", waiting.Words(".people"), StringComparison.Ordinal);
        Assert.DoesNotContain("Molly", waiting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("followed", waiting.Text, StringComparison.Ordinal);
        var met = await waiting.SubmitAsync();
        Assert.Contains("Nobody waits at the door.", met.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("at the door", (await desk.GetAsync("/desk")).Words(), StringComparison.Ordinal);
        Assert.Contains("asked to wait for one of us", (await (await group.SignInAsync(Role.Coordinator)).GetAsync("/centre")).Rows(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync("/centre/waiting")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APeerOnShiftInTheBuilding_IsHereToo_AndOneAtHomeIsNot(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var supervisor = await group.SignInAsync(Role.Supervisor);
        var (atHome, here) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var (molly, joe) = (await group.AddPersonAsync("Molly", "Reed"), await group.AddPersonAsync("Joe", "Marsh"));
        foreach (var (person, peer) in new[] { (molly, atHome), (joe, here) })
            await (await supervisor.GetAsync("/desk/keep-apart")).SubmitFormAsync("#new", ("OnePerson", person.Reference), ("OtherPeer", peer.Id.ToString()));
        await group.SignOnAsync(atHome: true, ShiftState.Free, atHome);
        await group.SignOnAsync(atHome: false, ShiftState.Free, here);
        var door = await DoorAsync(group);

        Assert.Contains("You are in.", (await TapAsync(group, door, await MemberAsync(group, "M1", "Molly Reed", molly.Id))).Words(), StringComparison.Ordinal);
        Assert.Contains("One of us comes to you.", (await TapAsync(group, door, await MemberAsync(group, "M2", "Joe Marsh", joe.Id))).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyWhoseSignInWasTakenBack_OrWhoIsNoLongerKeptApart_KeepsNobodyWaiting(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (supervisor, coordinator) = (await group.SignInAsync(Role.Supervisor), await group.SignInAsync(Role.Coordinator));
        var (molly, joe) = (await group.AddPersonAsync("Molly", "Reed"), await group.AddPersonAsync("Joe", "Marsh"));
        await (await supervisor.GetAsync("/desk/keep-apart")).SubmitFormAsync("#new", ("OnePerson", molly.Reference), ("OtherPerson", joe.Reference));
        var (door, hers, his) = (await DoorAsync(group), await MemberAsync(group, "M1", "Molly Reed", molly.Id), await MemberAsync(group, "M2", "Joe Marsh", joe.Id));
        await TapAsync(group, door, hers);
        await (await coordinator.GetAsync("/centre")).PressAsync("This was a mistake: Molly Reed");

        Assert.Contains("You are in.", (await TapAsync(group, door, his)).Words(), StringComparison.Ordinal);
    }

    internal static async Task<string> DoorAsync(TestGroup group)
    {
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var made = await (await coordinator.GetAsync("/centre/doors")).SubmitFormAsync("#door", ("Label", "Front door"));
        return new Uri(made.Page.QuerySelector(".know a")!.GetAttribute("href")!).AbsolutePath;
    }

    internal static async Task<string> MemberAsync(TestGroup group, string number, string name, PersonId person)
    {
        var members = new MemberService(group.Store, ClosedMonths.IsClosedAsync);
        var member = new Member { Id = Ids.New(), Number = number, Name = name, NameKey = BookNames.Of(name), Network = "registered", JoinedOn = new(2026, 1, 1), PersonId = person };
        await members.AddAsync(member, Actor.System);
        return (await members.GiveCardAsync(member.Id, Actor.System))!;
    }

    internal static async Task<Answer> TapAsync(TestGroup group, string door, string card) => await (await group.Visit().GetAsync(door)).SubmitFormAsync("#here", ("Card", card));
}
