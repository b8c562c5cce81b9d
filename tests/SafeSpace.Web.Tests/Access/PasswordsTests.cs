using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access;

/// <summary>Which passwords are refused, and how slowly those taken are hashed.</summary>
public sealed class PasswordsTests
{
    /// <summary>Of the 10,000 commonest with twelve letters and more; common words with a number; repeated words; the group's own.</summary>
    [Theory]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("QWERTYqwerty")]
    [InlineData("123456qwerty")]
    [InlineData("finalfantasy")]
    [InlineData("sonyericsson")]
    [InlineData("unbelievable")]
    [InlineData("Mustang!2024!")]
    [InlineData("2026-dragon-2026")]
    [InlineData("dragondragon")]
    [InlineData("Jennifer12345678")]
    [InlineData("harbourview12")]
    [InlineData("Harbour-London-1")]
    [InlineData("my-safe-space-1")]
    public async Task Common_OrOfTheGroup_IsRefused_EverywhereAPasswordIsSet(string password)
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();
        await group.Store.Write("Named", Core.Shared.Actor.CommandLine, async unit => (await unit.Db.Profile.SingleAsync()).Name = "Harbour View Safe Space");
        await group.Store.ReloadProfileAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var link = await new SetupLinks(group.Store, TestGroup.Hasher).MakeAsync(null, Core.Shared.Actor.CommandLine);

        var changed = await (await peer.GetAsync("/me/password")).SubmitAsync(("CurrentPassword", TestSite.Password), ("NewPassword", password));
        var setUp = await (await group.Visit().GetAsync("/set-up/" + link)).SubmitAsync(("Name", "Wendy"), ("Email", "wendy@test.example"), ("Password", password));
        var added = await Cli.Run.OfAsync(site.Folder, "user", "add", "ola@test.example", "--group", group.Slug, "--role", "Peer", "--password", password);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, 1), (changed.Status, setUp.Status, added.Code));
        Assert.Contains("easily guessed", changed.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a quiet lamp by the river")]
    [InlineData("kettle-river-lamp-42")]
    [InlineData("a safe space to sleep well")]
    [InlineData("Grünes Fahrrad im Keller")]
    public void WordsOfTheirOwn_Do(string password) => Assert.Null(PasswordRules.Problem(password, "wendy@test.example", ["safe", "space", "harbour", "london"]));

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Command_HashesAsSlowlyAsThePages(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();

        await Cli.Run.OfAsync(site.Folder, "user", "add", "ola@test.example", "--group", group.Slug, "--role", "Peer", "--password", TestSite.Password);

        await using var db = await group.Store.ReadAsync();
        Assert.Equal(PasswordHashing.Rounds, RoundsOf((await db.Users.SingleAsync(u => u.Email == "ola@test.example")).PasswordHash!));
        Assert.Equal(PasswordHashing.Rounds, new Infrastructure.Security.DoorOptions().PasswordIterations);
    }

    /// <summary>An older hash is made anew when its owner signs in.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task QuickHash_IsMadeAnewAtSignIn(EngineKind engine)
    {
        var group = await (await TestSite.NewAsync(engine, o => o.PasswordIterations = 2_000)).NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Peer);
        Assert.Equal(1_000, RoundsOf(account.PasswordHash!));

        await group.Visit().SignInAsync(account);

        await using var db = await group.Store.ReadAsync();
        var now = await db.Users.SingleAsync(u => u.Id == account.Id);
        Assert.Equal(2_000, RoundsOf(now.PasswordHash!));
        Assert.Equal(PasswordVerificationResult.Success, PasswordHashing.With(1_000).VerifyHashedPassword(now, now.PasswordHash!, TestSite.Password));
    }

    [Fact]
    public void RecoveryCodes_AreAtLeast112RandomBits()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => Secrets.NewRecoveryCode()).ToList();

        Assert.Equal(200, codes.Distinct().Count());
        var letters = codes.SelectMany(c => c.Where(char.IsLetterOrDigit)).ToHashSet();
        Assert.All(codes, c => Assert.True(c.Count(char.IsLetterOrDigit) * Math.Log2(letters.Count) >= 112, c));
    }

    /// <summary>The library's third format: a byte, the function, the rounds, …</summary>
    private static int RoundsOf(string hash) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
