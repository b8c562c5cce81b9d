using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Help;

public sealed class VouchersTests
{
    /// <summary>What the rules of <see cref="MakeHelp.SchemeAsync"/> say at a moment of the group's wall clock, worked out by hand.</summary>
    [Theory]
    [InlineData("2026-03-10 15:30", "", VoucherNo.None, "2026-03-10", "15:30", 3000)] // a Tuesday, to the last minute
    [InlineData("2026-03-10 15:31", "", VoucherNo.AfterCutOff, "2026-03-11", "15:30", 3000)]
    [InlineData("2026-03-14 20:00", "", VoucherNo.AfterCutOff, "2026-03-16", "15:30", 3000)] // Saturday night: Monday
    [InlineData("2026-03-15 10:00", "", VoucherNo.NotOnThisDay, "2026-03-16", "15:30", 3000)] // Sunday
    [InlineData("2026-03-31 16:00", "", VoucherNo.AfterCutOff, "2026-04-01", "15:30", 2000)] // winter ends overnight
    [InlineData("2026-09-30 09:00", "", VoucherNo.None, "2026-09-30", "15:30", 2000)]
    [InlineData("2026-10-01 09:00", "", VoucherNo.None, "2026-10-01", "15:30", 3000)]
    [InlineData("2026-03-29 03:00", "", VoucherNo.NotOnThisDay, "2026-03-30", "15:30", 3000)] // three in the morning of the spring night
    [InlineData("2026-03-10 09:00", "2025-09-11,2026-01-05,2026-02-01", VoucherNo.HadEnough, "2026-03-11", "15:30", 3000)] // the first of the three leaves the six months tomorrow
    [InlineData("2026-03-10 09:00", "2025-09-10,2026-01-05,2026-02-01", VoucherNo.None, "2026-03-10", "15:30", 3000)] // it has left today
    [InlineData("2026-08-31 09:00", "2026-02-28,2026-05-01,2026-06-01", VoucherNo.None, "2026-08-31", "15:30", 2000)] // six months before the 31st is the 28th
    public void Rules_AtAMoment_SayWhatTheyWereWorkedOutToSay(string now, string had, VoucherNo why, string next, string until, long pence)
    {
        var rule = new VoucherRule { Id = Ids.New(), From = new DateOnly(2025, 1, 1), MostEach = 3, Months = 6, CutOffs = "930,930,930,930,930,720,", SummerPence = 2000, WinterPence = 3000, WinterFrom = 10, WinterUntil = 3 };
        var days = had.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => DateOnly.Parse(d, CultureInfo.InvariantCulture)).ToList();
        var answer = VoucherAnswer.Of([rule], days, LocalMoment.From(DateTime.ParseExact(now, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        Assert.Equal((why, DateOnly.Parse(next, CultureInfo.InvariantCulture), TimeOnly.Parse(until, CultureInfo.InvariantCulture), pence), (answer.Why, answer.Next!.Value, answer.Until!.Value, answer.Pence));
    }

    [Fact]
    public void ANewRule_HoldsFromItsDay_AndNotBefore()
    {
        VoucherRule Rule(DateOnly from, int most) => new() { Id = Ids.New(), From = from, MostEach = most, Months = 6, CutOffs = "930,930,930,930,930,,", SummerPence = 100, WinterPence = 100, WinterFrom = 10, WinterUntil = 3 };
        var rules = new[] { Rule(new DateOnly(2026, 1, 1), 1), Rule(new DateOnly(2026, 3, 12), 2) };
        var had = new[] { new DateOnly(2026, 2, 2) };
        Assert.Equal((VoucherNo.HadEnough, new DateOnly(2026, 3, 12)), VoucherAnswer.Of(rules, had, new LocalMoment(new DateOnly(2026, 3, 10), new TimeOnly(9, 0))) is var before ? (before.Why, before.Next!.Value) : default);
        Assert.Equal(VoucherNo.NoRule, VoucherAnswer.Of(rules, [], new LocalMoment(new DateOnly(2025, 12, 30), new TimeOnly(9, 0))).Why);
        rules[1].TakenBackAt = DateTime.UnixEpoch;
        Assert.Equal(new DateOnly(2026, 8, 3), VoucherAnswer.Of(rules, had, new LocalMoment(new DateOnly(2026, 3, 10), new TimeOnly(9, 0))).Next); // a Sunday would be the first day
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AVoucher_At1531_IsRefusedInWords_AndTheFacilitatorMayGiveItWithAReason(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TriesPerMinute, door.TicketLifetime) = (int.MaxValue, TimeSpan.FromDays(3650)));
        site.Folder.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 15, 29, 0, TimeSpan.Zero)); // Wednesday, still winter time
        var group = await site.NewGroupAsync();
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        var (one, other) = (await group.AddPersonAsync("Sam"), await group.AddPersonAsync("Ana"));
        await group.SchemeAsync();
        await group.PotAsync(8500);
        Assert.Contains("One can be had today, until 15:30.", (await peer.GetAsync($"/people/{one.Reference}/help")).Words(".know"), StringComparison.Ordinal);
        var given = await (await (await peer.GetAsync($"/people/{one.Reference}/help")).FollowAsync("Give this voucher")).SubmitAsync(("VoucherNumber", "WH-1"));
        Assert.Contains("£30.00 · a voucher", given.Words(".saved"), StringComparison.Ordinal);
        site.Folder.Clock.Advance(TimeSpan.FromMinutes(2));

        var late = await peer.GetAsync($"/people/{other.Reference}/help?item=electricity_card");
        Assert.Contains("It is too late for today. The next: Thu 12 Mar, until 15:30.", late.Words(".know"), StringComparison.Ordinal);
        Assert.Contains("Electricity card from Winter fund, which has £85.00 left", late.Words(".know"), StringComparison.Ordinal);
        var source = await group.ReadAsync(db => db.VoucherSchemes.Select(s => $"voucher:{s.Id}").SingleAsync());
        var refused = await late.SubmitAsync(("Source", source));
        Assert.Contains("It is too late for today. The facilitator may give one all the same.", refused.Words(".error-summary"), StringComparison.Ordinal);
        var asked = await (await desk.GetAsync($"/people/{other.Reference}/help?item=electricity_card")).SubmitAsync(("Source", source));
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        await asked.SubmitAsync(("Beyond", "the shop waits for us until four"));
        // What was given before half past three may be written down after it.
        await (await peer.GetAsync($"/people/{(await group.AddPersonAsync("Jo")).Reference}/help?item=electricity_card")).SubmitAsync(("Source", source), ("When.Time", "15:20"));

        var list = await desk.GetAsync("/help/vouchers");
        Assert.Contains("beyond the rule", list.Words(), StringComparison.Ordinal);
        Assert.Equal(3, list.Page.QuerySelectorAll(".people > li").Length);
        Assert.Equal(8500, (await group.ReadAsync(db => db.Pots.SingleAsync())).LeftPence);
        await list.PressAsync($"It was used Jo H., {"11 Mar 2026"}");
        site.Folder.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(2, (await desk.GetAsync("/help/vouchers?show=lapsed")).Page.QuerySelectorAll(".people > li").Length);
        Assert.Contains("used 11 Mar 2026", (await desk.GetAsync("/help/vouchers?show=used")).Words(), StringComparison.Ordinal);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AHousehold_SharesWhatItMayHave_AndWhenItSplitsEachTakesTheirOwn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        PersonDetails At(string given, string address) => new() { GivenName = given, Surname = "Harley", Address = address, Postcode = "DN2 4AA" };
        var (ann, ben, eve) = (await group.AddPersonAsync(At("Ann", "4 Mill Lane")), await group.AddPersonAsync(At("Ben", "4, mill lane")), await group.AddPersonAsync(At("Eve", "6 Mill Lane")));
        var source = $"voucher:{await group.SchemeAsync()}";
        var tuesday = group.Store.Clock.ToUtc(new LocalMoment(group.Store.Clock.Today, new TimeOnly(10, 0)));
        Assert.Equal(HelpResult.Done, (await GiveAsync(ann)).Result);
        Assert.Equal(HelpResult.Done, (await GiveAsync(ben)).Result);
        Assert.Equal(HelpResult.Done, (await GiveAsync(ann)).Result);
        Assert.Equal(VoucherNo.HadEnough, (await GiveAsync(ben)).Voucher!.Why);
        Assert.Equal(HelpResult.Done, (await GiveAsync(eve)).Result); // next door
        Assert.Contains("Had: 3 of 3 in 6 months.", (await desk.GetAsync($"/people/{ben.Reference}/help")).Words(".know"), StringComparison.Ordinal);

        // Ben moves out: his own one goes with him, Ann keeps her two.
        await (await desk.GetAsync($"/people/{ben.Reference}/household")).PressAsync("They live on their own");
        Assert.Contains("Had: 1 of 3 in 6 months.", (await desk.GetAsync($"/people/{ben.Reference}/help")).Words(".know"), StringComparison.Ordinal);
        Assert.Contains("Had: 2 of 3 in 6 months.", (await desk.GetAsync($"/people/{ann.Reference}/help")).Words(".know"), StringComparison.Ordinal);
        Assert.Equal(HelpResult.Done, (await GiveAsync(ann)).Result);
        Assert.Equal(HelpResult.Done, (await GiveAsync(ben)).Result);

        // Written down as one household, what is given to one is given to all; and it stays when he leaves again.
        await (await desk.GetAsync($"/people/{ann.Reference}/household")).PressAsync("They live together", ("With", ben.Reference));
        Assert.Contains("Had: 5 of 3 in 6 months.", (await desk.GetAsync($"/people/{ann.Reference}/help")).Words(".know"), StringComparison.Ordinal);
        Assert.Equal(HelpResult.NoVoucher, (await GiveAsync(ben)).Result);
        Assert.Empty(await group.VerifyAsync());

        Task<HelpOutcome> GiveAsync(Person person) => group.GiveAsync(person, source: source, at: tuesday);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheLastVoucher_AskedForByManyAtOnce_IsGivenOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var source = $"voucher:{await group.SchemeAsync(most: 1)}";
        var at = group.Store.Clock.ToUtc(new LocalMoment(group.Store.Clock.Today, new TimeOnly(10, 0)));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => group.GiveAsync(person, source: source, at: at)));
        Assert.Single(outcomes, o => o.Result == HelpResult.Done);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Rules_AreWrittenByTheCoordinator_AndSaySoInWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var keeper = await group.SignInAsync(Role.Coordinator);
        var page = await (await keeper.GetAsync("/help/schemes")).SubmitAsync(("Name", "Food bank"), ("Partner", "St Mary"), ("Item", "food_pack"));
        var wrong = await page.SubmitFormAsync("#rule", ("From", "1 3 2026"), ("Most", "three"), ("Months", "6"), ("Weekdays", "25:00"), ("Summer", "20"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(["three", "25:00"], new[] { "Most", "Weekdays" }.Select(n => wrong.Page.QuerySelector($"[name={n}]")!.GetAttribute("value")));
        var saved = await wrong.SubmitFormAsync("#rule", ("Most", "3"), ("Weekdays", "3:30 pm"), ("Winter", "25.50"));
        Assert.Contains("3 a household in 6 months. Monday to Friday until 15:30, Saturday none, Sunday none. Worth £20.00 in summer and £25.50 in winter", saved.Words(".card"), StringComparison.Ordinal);
        await saved.PressAsync("This was a mistake: From 1 Mar 2026");
        Assert.Contains("No rule yet", (await keeper.GetAsync(page.Path)).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Facilitator)).GetAsync("/help/schemes")).Status);
    }
}
