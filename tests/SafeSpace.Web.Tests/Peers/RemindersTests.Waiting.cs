using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Reminders;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>What cannot go keeps nothing else from going.</summary>
public sealed partial class RemindersTests
{
    /// <summary>Where nobody answers, one message of one group finds it out; all others wait until it is tried again.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Mail_WhereNobodyAnswers_IsTriedOnce_ForAllGroups_AndGoesWhenSomebodyDoes(EngineKind engine)
    {
        using var mail = new FakeMail();
        var (site, group) = await NewAsync(engine, sending: false);
        var other = await site.NewGroupAsync();
        foreach (var one in new[] { group, other })
        {
            await TurnOnAsync(one);
            var shift = await one.PlanShiftAsync(0.9, 5, least: 1);
            await one.TakeAsync(shift, await AskedAsync(one, ReminderWay.Email));
            await one.TakeAsync(shift, await AskedAsync(one, ReminderWay.Email));
        }

        var send = Sender(site, o => (o.SmtpHost, o.SmtpPort, o.SmtpFrom, o.SmtpWithoutTls) = ("127.0.0.1", mail.Port, "desk@safespace.example", true));
        mail.IsSilent = true;
        await RunAsync(group, send);
        await RunAsync(other, send);
        Assert.Equal(1, await TriesAsync(group) + await TriesAsync(other));
        Assert.Equal(1, mail.Calls);
        mail.IsSilent = false;
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(3));
        await RunAsync(group, send);
        await RunAsync(other, send);
        Assert.Equal(4, mail.Sent.Count);
    }

    private static async Task<int> TriesAsync(TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Reminders.SumAsync(r => r.Tries);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Texts_ThatWaitForAProvider_DoNotHoldUpTheMail_AndAreLetBeWhenTheyAreOfNoUse(EngineKind engine)
    {
        using var mail = new FakeMail();
        var (site, group) = await NewAsync(engine);
        var (texts, mails) = (await AskedAsync(group, ReminderWay.Text), await AskedAsync(group, ReminderWay.Email));
        await group.TakeAsync(await group.PlanShiftAsync(0.9, 5, least: 1), mails);
        await new FindReminders(group.Store).RunAsync();
        await group.Store.Write("ManyTexts", Actor.CommandLine, async unit =>
        {
            var one = await unit.Db.Reminders.AsNoTracking().SingleAsync();
            for (var i = 0; i < 150; i++)
                unit.Db.Reminders.Add(new Reminder
                {
                    Id = Ids.New(),
                    UserId = texts.UserId,
                    Kind = one.Kind,
                    AboutId = Ids.New(),
                    MadeAt = one.MadeAt,
                    NextTryAt = one.NextTryAt.AddMinutes(-5),
                    GoodUntil = one.GoodUntil,
                });
        });

        await RunAsync(group, Sender(site, o => (o.SmtpHost, o.SmtpPort, o.SmtpFrom, o.SmtpWithoutTls) = ("127.0.0.1", mail.Port, "desk@safespace.example", true)));

        Assert.Contains($"To: {mails.Email}", Assert.Single(mail.Sent), StringComparison.OrdinalIgnoreCase);
        site.Folder.Clock.Advance(TimeSpan.FromDays(2));
        var send = Sender(site, o => (o.SmtpHost, o.SmtpPort, o.SmtpFrom, o.SmtpWithoutTls) = ("127.0.0.1", mail.Port, "desk@safespace.example", true));
        await RunAsync(group, send);
        await RunAsync(group, send);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(150, await db.Reminders.CountAsync(r => r.UserId == texts.UserId && r.LetBeAt != null && r.SentAt == null));
    }
}
