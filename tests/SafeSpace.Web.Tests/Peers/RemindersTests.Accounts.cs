using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>What happened with their account its owners are told by mail.</summary>
public sealed partial class RemindersTests
{
    /// <summary>Whoever took an account over would not tell its owner: the mail does, whatever the group said of reminders.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Mail_AChangedPasswordOrPasskey_IsToldToItsOwner_Once_AlsoWithoutReminders(EngineKind engine)
    {
        using var mail = new FakeMail();
        var (site, group) = await NewAsync(engine, sending: false);
        var peer = await group.SignInAsync(Role.Peer);
        var send = Sender(site, o => (o.SmtpHost, o.SmtpPort, o.SmtpFrom, o.SmtpWithoutTls) = ("127.0.0.1", mail.Port, "desk@safespace.example", true));
        await RunAsync(group, send);
        Assert.Empty(mail.Sent); // setting up a new account needs none

        await (await peer.GetAsync("/me/password")).SubmitAsync(("CurrentPassword", TestSite.Password), ("NewPassword", "a quiet lamp by the river"));
        await new Passkeys(group.Store).AddAsync(peer.Account!.UserId, Access.Accounts.HappenedTests.Passkey("Safari, iPhone"), new Actor(peer.Account.UserId, "Peer"));
        await RunAsync(group, send);
        await RunAsync(group, send);

        Assert.Equal(2, mail.Sent.Count);
        Assert.All(mail.Sent, m => Assert.Contains($"To: {peer.Account.Email}", m, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(mail.Sent, m => m.Contains("the password of your account was changed", StringComparison.Ordinal));
        Assert.Contains(mail.Sent, m => m.Contains("how your account signs in was changed", StringComparison.Ordinal));
    }

    /// <summary>No mail on this machine: nothing piles up that would keep other messages waiting.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AChangedPassword_WhereThereIsNoMail_WaitsForNobody(EngineKind engine)
    {
        var (site, group) = await NewAsync(engine, sending: false);
        var peer = await group.AddAccountAsync(Role.Peer);
        await new AccountService(group.Store, TestGroup.Hasher).SetPasswordAsync(peer.UserId, "a quiet lamp by the river", null, Actor.CommandLine);

        await RunAsync(group, Sender(site, _ => { }));

        Assert.NotNull((await OnlyAsync(group)).LetBeAt);
    }
}
