using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>What must not bring the wall down, nor tell that there is one.</summary>
public sealed partial class WallTests
{
    /// <summary>Referred again by somebody who could not find them, they have a second record: it goes behind the wall too, and nobody learns that there was a first.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ASecondRecord_GoesBehindTheWallToo_AndTheAnswerTellsNothingOfTheFirst(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        var desk = await made.Group.SignInAsync(Role.Facilitator);
        var (again, other, nobody) = (await made.Group.AddPersonAsync("Zelda", "Quillfether"), await made.Group.AddPersonAsync("Bill", "Unwalled"), await made.Group.AddAccountAsync(Role.Peer));

        var second = await (await desk.GetAsync($"/people/{again.Reference}/one-of-us")).SubmitAsync(("Account", made.Owner.Id.ToString()));
        var first = await (await desk.GetAsync($"/people/{other.Reference}/one-of-us")).SubmitAsync(("Account", nobody.Id.ToString()));

        Assert.Equal((first.Status, first.Path, first.Words("main")), (second.Status, second.Path, second.Words("main")));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/people/{again.Reference}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/people/{made.Person.Reference}")).Status);
    }

    /// <summary>A peer steps back, perhaps because of the crisis itself: just then the wall must not open.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SteppingBack_LeavesTheWallUp(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        await made.Group.Store.Write("AsBeforeThisVersion", Actor.CommandLine, async unit => (await unit.Db.PersonAccounts.SingleAsync()).WalledAt = null);
        var accounts = await made.Group.SignInAsync(Role.Coordinator);

        await (await accounts.GetAsync($"/accounts/{made.Owner.Id}")).SubmitAsync(("Roles", "Member"));

        // A page of their own is ended: the tie that carries the wall stays.
        await made.Group.Store.Write("Planted", Actor.CommandLine, unit =>
        {
            unit.Db.OwnPageInvitations.Add(new OwnPageInvitation { Id = Ids.New(), PersonId = made.Person.Id, UserId = made.Owner.UserId, At = unit.Now, MadeAccount = true });
            return Task.CompletedTask;
        });
        Assert.True(await new OwnPageService(made.Group.Store).EndAsync(made.Person.Id, Actor.CommandLine));

        // Who holds the key is still theirs to say; to another member the page is not there.
        var (owner, friend) = (made.Group.Visit(), await made.Group.SignInAsync(Role.Peer));
        await owner.SignInAsync(made.Owner);
        await (await (await owner.GetAsync("/me")).FollowAsync("If I am in a crisis myself")).SubmitAsync(("Holders", friend.Account!.Id.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await friend.GetAsync($"/people/{made.Person.Reference}")).Status);
        var other = await made.Group.SignInAsync(Role.Member);
        Assert.DoesNotContain("If I am in a crisis myself", (await other.GetAsync("/me")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/me/key")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/me/key", [.. (await other.GetAsync("/me")).FormFields()])).Status);

        // In death too: what stops then must not take the wall with it.
        await new DeathService(made.Group.Store, House.DeathSteps).SayAsync(made.Person.Id, new DeathDetails(null, null), Actor.CommandLine);

        await using var db = await made.Group.Store.ReadAsync();
        Assert.Equal(Role.Member, (await db.UserRoles.SingleAsync(r => r.UserId == made.Owner.UserId)).Role);
        foreach (var role in new[] { Role.Facilitator, Role.Coordinator })
            Assert.Equal(HttpStatusCode.NotFound, (await (await made.Group.SignInAsync(role)).GetAsync($"/people/{made.Person.Reference}")).Status);
    }

    /// <summary>A reason given once opens nothing for ever: a form sent again later is another look, told like the first.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheGlass_BrokenWithAFormOfBefore_IsToldAgain(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        await using var db = await made.Group.Store.ReadAsync();
        var (link, walls, by, form) = ((await db.PersonAccounts.SingleAsync()).Id, new WallService(made.Group.Store), new Actor(made.Keyholder.UserId, "Sam"), Ids.New());

        foreach (var minutes in new[] { 0, 1, 60 })
        {
            made.Group.Site.Folder.Clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Equal(made.Person.Id, await walls.BreakAsync(link, form, "the line broke off", by));
        }

        Assert.Equal(2, await db.BrokenGlass.CountAsync());
    }

    /// <summary>An entry that stood under somebody else's name by mistake: what became of it is not there, and says so as everything hidden does.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnEntry_CorrectedToOneOfUs_IsNotThere(EngineKind engine)
    {
        var made = await WalledPerson.MakeAsync(await (await TestSite.OnAsync(engine)).NewGroupAsync());
        var wrong = await made.Group.LogContactAsync(made.Alike, made.Keyholder);
        var right = ContactId.New();
        Assert.Equal(ContactChange.Done, await new ContactService(made.Group.Store).CorrectAsync(wrong.Id, new ContactDetails { Id = right, PersonId = made.Person.Id, Kind = wrong.Kind, At = wrong.At, PeerId = wrong.PeerId }, Actor.CommandLine));
        var desk = await made.Group.SignInAsync(Role.Facilitator);
        foreach (var address in new[] { $"/diary/{wrong.Id.Value}", $"/diary/{wrong.Id.Value}/correct", $"/diary/{right.Value}" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(address)).Status);
    }
}
