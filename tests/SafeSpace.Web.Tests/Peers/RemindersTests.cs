using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Jobs.Reminders;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Infrastructure.Reminders;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>Reminders by text message and e-mail: only to who asked, never of whom, tried again, and never twice.</summary>
public sealed partial class RemindersTests
{
    private const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Text_ForAShiftAPromiseAndNobodyOn_GoesOnce_WithoutAName_SignedAsNotifyAsks(EngineKind engine)
    {
        await using var notify = await FakeNotify.StartAsync();
        var (site, group) = await NewAsync(engine);
        var (peer, silent) = (await AskedAsync(group, ReminderWay.Text), await group.AddAccountAsync(Role.Peer));
        var shift = await group.PlanShiftAsync(0.75, 5, least: 1);
        await group.TakeAsync(shift, peer);
        await group.TakeAsync(shift, silent);
        var soon = group.Store.Clock.ToLocal(group.Store.Clock.Now.AddMinutes(40));
        await group.PromiseAsync(await group.AddPersonAsync("Sam", "Harley"), peer, DateOnly.FromDateTime(soon).DayNumber - group.Store.Clock.Today.DayNumber, TimeOnly.FromDateTime(soon));
        var send = Sender(site, o => (o.NotifyAddress, o.NotifyKey, o.NotifyTemplate) = (notify.Address, $"safe-space-{Service}-{Secret}", "a-template"));

        await RunAsync(group, send);
        await RunAsync(group, send);

        Assert.Equal(
            ["Safe Space: somebody expects a call. Please open your list.", "Safe Space: your shift begins soon. Please sign on."],
            notify.Sent.Select(s => s.Message).Order(StringComparer.Ordinal));
        Assert.All(notify.Sent, s => Assert.Equal(("07700 900123", "a-template"), (s.To, s.Template)));
        var parts = notify.Sent.First().Token.Split('.');
        Assert.Equal(Service, JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[1])).RootElement.GetProperty("iss").GetString());
        Assert.Equal(parts[2], WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))));
        site.Folder.Clock.Advance(TimeSpan.FromHours(1.5));
        await RunAsync(group, send);
        Assert.Contains(notify.Sent, s => s.Message.Contains("a promised call is still open", StringComparison.Ordinal));
        Assert.DoesNotContain(notify.Sent, s => s.Message.Contains("Sam", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Text_AFault_IsTriedAgain_AndABrokenLineIsAskedAbout_NeverSentTwice(EngineKind engine)
    {
        await using var notify = await FakeNotify.StartAsync();
        var (site, group) = await NewAsync(engine);
        await group.TakeAsync(await group.PlanShiftAsync(0.9, 5, least: 1), await AskedAsync(group, ReminderWay.Text));
        var send = Sender(site, o => (o.NotifyAddress, o.NotifyKey, o.NotifyTemplate) = (notify.Address, $"x-{Service}-{Secret}", "t"));
        notify.Faults.Enqueue(429);
        notify.Faults.Enqueue(0);

        await RunAsync(group, send);
        Assert.Empty(notify.Sent);
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(group, send); // taken, and the answer was lost
        Assert.Single(notify.Sent);
        Assert.Null((await OnlyAsync(group)).SentAt);
        await RunAsync(group, send); // somebody may be at it still
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(6));
        await RunAsync(group, send);
        Assert.NotNull((await OnlyAsync(group)).SentAt);
        Assert.Single(notify.Sent);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Text_TwoNodesAtOnce_SendItOnce(EngineKind engine)
    {
        await using var notify = await FakeNotify.StartAsync();
        var (site, group) = await NewAsync(engine);
        await group.TakeAsync(await group.PlanShiftAsync(0.9, 5, least: 1), await AskedAsync(group, ReminderWay.Text));
        void Set(ReminderOptions o) => (o.NotifyAddress, o.NotifyKey, o.NotifyTemplate) = (notify.Address, $"x-{Service}-{Secret}", "t");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(group, Sender(site, Set))));
        Assert.Single(notify.Sent);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Mail_GoesOnce_IsTriedAgainWhenRefused_AndLetBeWhenNobodyKnows(EngineKind engine)
    {
        using var mail = new FakeMail();
        var (site, group) = await NewAsync(engine);
        var peer = await AskedAsync(group, ReminderWay.Email);
        await group.TakeAsync(await group.PlanShiftAsync(0.9, 5, least: 1), peer);
        var send = Sender(site, o => (o.SmtpHost, o.SmtpPort, o.SmtpFrom, o.SmtpWithoutTls) = ("127.0.0.1", mail.Port, "desk@safespace.example", true));
        mail.Refusals.Enqueue("450 come back later");

        await RunAsync(group, send);
        Assert.Empty(mail.Sent);
        Assert.Equal("answered 450", (await OnlyAsync(group)).Fault);
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(group, send);
        var sent = Assert.Single(mail.Sent);
        Assert.Contains($"To: {peer.Email}", sent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("your shift begins soon", sent, StringComparison.Ordinal);
        Assert.NotNull((await OnlyAsync(group)).SentAt);

        mail.HangsUp = true;
        await group.TakeAsync(await group.PlanShiftAsync(5.1, 9, least: 1), peer);
        site.Folder.Clock.Advance(TimeSpan.FromHours(4.5));
        await RunAsync(group, send);
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(group, send);
        Assert.Equal(2, mail.Sent.Count);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.Reminders.CountAsync(r => r.LetBeAt != null && r.Fault == "perhaps sent"));
    }

    /// <summary>A late promise of somebody who is away: the desk is asked, and after the group's time the supervisor. Nobody reads whose it was.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Text_ALatePromise_AsksWhoRunsTheDesk_ThenTheSupervisor_OnceEach_AndNobodyOnceItWasKept(EngineKind engine)
    {
        await using var notify = await FakeNotify.StartAsync();
        var (site, group) = await NewAsync(engine);
        var (desk, atHome, supervisor) = (await AskedAsync(group, ReminderWay.Text, Role.Facilitator), await AskedAsync(group, ReminderWay.Text, Role.Facilitator), await AskedAsync(group, ReminderWay.Text, Role.Supervisor));
        await group.SignOnAsync(await group.PlanShiftAsync(-1, 8, least: 1), desk, ShiftRole.Facilitator);
        var due = group.Store.Clock.ToLocal(group.Store.Clock.Now.AddMinutes(5));
        var promise = await group.PromiseAsync(await group.AddPersonAsync("Sam", "Harley"), null, at: TimeOnly.FromDateTime(due));
        var send = Sender(site, o => (o.NotifyAddress, o.NotifyKey, o.NotifyTemplate) = (notify.Address, $"x-{Service}-{Secret}", "t"));
        await RunAsync(group, send);
        Assert.Empty(notify.Sent);

        site.Folder.Clock.Advance(TimeSpan.FromMinutes(40));
        await RunAsync(group, send);
        Assert.Equal("Safe Space: a promised call is late. Who can ring now? Please open the desk.", Assert.Single(notify.Sent).Message);
        Assert.Equal(desk.UserId, (await OnlyAsync(group)).UserId);

        site.Folder.Clock.Advance(TimeSpan.FromMinutes(40));
        await RunAsync(group, send);
        await RunAsync(group, send);
        Assert.Equal("Safe Space: a promised call is late and nobody has rung. Please open the desk.", notify.Sent.Last().Message);
        await using (var db = await group.Store.ReadAsync())
            Assert.Equal([desk.UserId, supervisor.UserId], await db.Reminders.OrderBy(r => r.MadeAt).Select(r => r.UserId).ToListAsync());
        Assert.NotEqual(atHome.UserId, supervisor.UserId);
        Assert.Equal(2, notify.Sent.Count);

        await using (var db = await group.Store.ReadAsync())
            await new PromiseService(group.Store).KeepAsync(promise.Id, (await db.Promises.AsNoTracking().SingleAsync()).Version, Actor.CommandLine);
        await AskedAsync(group, ReminderWay.Text, Role.Supervisor); // one more, who hears of nothing that was kept
        await RunAsync(group, send);
        Assert.Equal(2, notify.Sent.Count);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Mail_WhoReferredSomebodyWhoCameBack_IsTold_WithoutAName_OnlyIfThePersonAgreed(EngineKind engine)
    {
        using var mail = new FakeMail();
        var (site, group) = await NewAsync(engine);
        var referrer = await group.AddAccountAsync(Role.Referrer);
        await new ComingBackService(group.Store).AgreeAsync(true, null, "Crisis team", null, Actor.CommandLine);
        var send = Sender(site, o => (o.SmtpHost, o.SmtpPort, o.SmtpFrom, o.SmtpWithoutTls) = ("127.0.0.1", mail.Port, "desk@safespace.example", true));
        foreach (var tell in new[] { false, true })
        {
            var referred = (await group.ReferAsync(new ReferralDetails
            {
                Channel = Channel.Form,
                Person = new PersonDetails { GivenName = "Sam", Surname = tell ? "Agreed" : "Didnot" },
                Team = "crisis_team",
                ReferrerId = referrer.UserId,
                Decision = Refer.TakenOn,
            }))!;
            await new CaseService(group.Store).CloseAsync(referred.Person, group.Store.Clock.Today, "better", null, Actor.CommandLine);
            Assert.Equal(ComingBackResult.TakenBack, await new ComingBackService(group.Store).ComeBackAsync(Ids.New(), referred.Person, tell, null, Actor.CommandLine));
        }

        await RunAsync(group, send);
        await RunAsync(group, send);

        var sent = Assert.Single(mail.Sent);
        Assert.Contains($"To: {referrer.Email}", sent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("somebody you referred came back to us", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Agreed", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Nothing_GoesOut_UntilTheGroupSaysSo_NorWhenTheReasonIsGone(EngineKind engine)
    {
        await using var notify = await FakeNotify.StartAsync();
        var (site, group) = await NewAsync(engine, sending: false);
        var peer = await AskedAsync(group, ReminderWay.Text);
        var shift = await group.PlanShiftAsync(0.9, 5, least: 1);
        await group.TakeAsync(shift, peer);
        var set = (ReminderOptions o) => { (o.NotifyAddress, o.NotifyKey, o.NotifyTemplate) = (notify.Address, $"x-{Service}-{Secret}", "t"); };
        await RunAsync(group, Sender(site, set));
        await using (var off = await group.Store.ReadAsync())
            Assert.Empty(await off.Reminders.ToListAsync());
        await TurnOnAsync(group);
        await RunAsync(group, Sender(site, _ => { })); // no provider on this machine: it waits
        await new RotaService(group.Store).GiveUpAsync(shift.Id, peer.UserId, Actor.CommandLine);
        await RunAsync(group, Sender(site, set));
        Assert.Empty(notify.Sent);
        Assert.NotNull((await OnlyAsync(group)).LetBeAt);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Text_NobodyIsOn_AndTooLittleCover_GoToWhoPlansAndWhoAgreed(EngineKind engine)
    {
        await using var notify = await FakeNotify.StartAsync();
        var (site, group) = await NewAsync(engine);
        var coordinator = await AskedAsync(group, ReminderWay.Text, Role.Coordinator);
        var fallback = await AskedAsync(group, ReminderWay.Text);
        await group.Store.Write("Agreed", Actor.CommandLine, unit =>
        {
            unit.Db.FallbackPeers.Add(new FallbackPeer { Id = Ids.New(), PeerId = fallback.UserId, Position = 1 });
            return Task.CompletedTask;
        });
        await group.PlanShiftAsync(-0.5, 3);
        await group.PlanShiftAsync(20, 23);
        await RunAsync(group, Sender(site, o => (o.NotifyAddress, o.NotifyKey, o.NotifyTemplate) = (notify.Address, $"x-{Service}-{Secret}", "t")));
        Assert.Equal((1, 2), (notify.Sent.Count(s => s.Message.Contains("needs more peers", StringComparison.Ordinal)), notify.Sent.Count(s => s.Message.Contains("nobody is on shift", StringComparison.Ordinal))));
        Assert.NotEqual(coordinator.UserId, fallback.UserId);
    }

    private static async Task<(TestSite Site, TestGroup Group)> NewAsync(EngineKind engine, bool sending = true)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        if (sending)
            await TurnOnAsync(group);
        return (site, group);
    }

    private static Task TurnOnAsync(TestGroup group) => new CoverService(group.Store).DecideAsync(new CoverChange { LeastPeers = 1, ShowDays = 7, SendReminders = true }, null, Actor.CommandLine);

    private static async Task<User> AskedAsync(TestGroup group, ReminderWay way, Role role = Role.Peer)
    {
        var peer = await group.AddAccountAsync(role);
        await new PeerProfileService(group.Store).ChangeAsync(peer.UserId, null, p => (p.RemindBy, p.RemindOn) = (way, "07700 900123"), Actor.CommandLine);
        return peer;
    }

    private static SendReminders Sender(TestSite site, Action<ReminderOptions> set)
    {
        var options = new ReminderOptions();
        set(options);
        return new SendReminders([new NotifySender(Options.Create(options), site.Folder.Clock), new MailSender(Options.Create(options))], new LanguageFiles());
    }

    private static async Task RunAsync(TestGroup group, SendReminders send)
    {
        var culture = CultureInfo.CurrentUICulture;
        await new FindReminders(group.Store).RunAsync();
        await send.RunAsync(group.Store);
        CultureInfo.CurrentUICulture = culture;
    }

    private static async Task<Reminder> OnlyAsync(TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Reminders.AsNoTracking().SingleAsync();
    }
}
