using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Referrals.ReferByForm;

public sealed class IndexTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ANameAndANote_IsSaved_AndWaits(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);

        var saved = await (await referrer.GetAsync("/refer/form")).SubmitAsync(("GivenName", "Sam"), ("Surname", "Harley"), ("ToldUs", "lost her flat"), ("FromReferrer", "housing"));

        Assert.Equal((HttpStatusCode.OK, "/refer/mine"), (saved.Status, saved.Path));
        Assert.Contains("Sam Harley waiting", saved.Words(".people"), StringComparison.Ordinal);
        var referral = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((Channel.Form, referrer.Account!.UserId, ReferralOutcome.Waiting), (referral.Channel, referral.ReferrerId, referral.Outcome));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyKnown_LooksThatMomentTheSame_ToTheReferrer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14), phone: "07700 900123");
        var referrer = await group.SignInAsync(Role.Referrer);
        var page = await referrer.GetAsync("/refer/form");
        Assert.Null(page.Page.QuerySelector("[name=Q], [name=Person]"));

        var known = await page.SubmitAsync(("GivenName", "Sam"), ("Surname", "Harley"), ("Born", "14 3 84"), ("Phone", "07700 900123"));
        var mine = known.Words(".people > li .who");

        Assert.DoesNotContain("SS0", known.Words(), StringComparison.Ordinal);
        Assert.StartsWith("Sam Harley waiting referred", mine, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(2, await db.People.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_BadInput_GivesEverythingBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);

        var answer = await (await referrer.GetAsync("/refer/form")).SubmitAsync(("GivenName", "Sam"), ("Born", "40 13 1984"), ("ToldUs", "lost her flat"), ("HowSoon", "today"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector(".error-summary a[href='#Born']"));
        Assert.Equal("40 13 1984", answer.Page.QuerySelector("#Born")!.GetAttribute("value"));
        Assert.Contains("lost her flat", answer.Words("#ToldUs"), StringComparison.Ordinal);
        Assert.NotNull(answer.Page.QuerySelector("[name=HowSoon][value=today][checked]"));
        Assert.Empty(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_FieldsOfTheDesk_AreNotHeard(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var known = await group.AddPersonAsync();
        var referrer = await group.SignInAsync(Role.Referrer);
        var page = await referrer.GetAsync("/refer/form");
        var token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await referrer.PostAsync("/refer/form", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["GivenName"] = "Sam",
            ["Person"] = known.Reference,
            ["Do"] = "take",
            ["TalkedWith"] = "myself",
            ["Crisis"] = "NewCrisis",
        });

        var referral = Assert.Single(await group.ReferralsAsync());
        Assert.NotEqual(known.Id, referral.PersonId);
        Assert.Equal((ReferralOutcome.Waiting, (CrisisWord?)null), (referral.Outcome, referral.FacilitatorSaid));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SentTwice_IsOneReferral(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);
        var page = await referrer.GetAsync("/refer/form");

        await page.SubmitAsync(("GivenName", "Sam"));
        var again = await page.SubmitAsync(("GivenName", "Sam"));

        Assert.Equal("/refer/mine", again.Path);
        Assert.Single(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WithoutTheFormsOwnToken_IsRefused(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);

        var answer = await referrer.PostAsync("/refer/form", new Dictionary<string, string> { ["GivenName"] = "Sam" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(await group.ReferralsAsync());
    }
}
