using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Register;

public sealed class EditPersonTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TwoAtOnce_TheSecondSeesBothAndLosesNothing(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var first = await group.SignInAsync(Role.Facilitator);
        var second = await group.SignInAsync(Role.Supervisor);
        var firstForm = await first.GetAsync($"/people/{person.Reference}/edit");
        var secondForm = await second.GetAsync($"/people/{person.Reference}/edit");
        var saved = await firstForm.SubmitAsync(("Form.SafeTimes", "Mornings."), ("Form.Phones[0].Number", "07700 900123"));
        Assert.Equal($"/people/{person.Reference}", saved.Path);
        var lost = await secondForm.SubmitAsync(("Form.SafeTimes", "Evenings."), ("Form.BeforeRinging", "Ask for Sammy."));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        foreach (var words in new[] { first.Account!.DisplayName, "Mornings.", "Evenings.", "07700 900123" })
            Assert.Contains(words, lost.Words(), StringComparison.Ordinal);
        Assert.Equal("Ask for Sammy.", lost.Page.QuerySelector("textarea[name='Form.BeforeRinging']")!.TextContent.Trim());
        var again = await lost.SubmitAsync();
        Assert.Equal($"/people/{person.Reference}", again.Path);
        Assert.Contains("Evenings.", again.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TooLongOrImpossible_IsSaidAndGivenBackWhole(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var form = await facilitator.GetAsync($"/people/{person.Reference}/edit");
        var longName = new string('ä', 301);
        foreach (var (field, value) in new[] { ("Form.Surname", longName), ("Form.DateOfBirth", "31 2 1984"), ("Form.DateOfBirth", "1 1 2090"), ("Form.GivenName", "bell\u0007") })
        {
            var answer = await form.SubmitAsync((field, value));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(answer.Page.QuerySelector(".error-summary"));
            Assert.Equal(value, answer.Page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        }

        await using var db = await group.Store.ReadAsync();
        Assert.Equal(person.Version, (await db.Set<Person>().AsNoTracking().SingleAsync()).Version);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_HardStringsInEveryField_AreKeptAndShownSafelyOrRefused(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var all = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path("reference/naughty-strings.json")))!;
        string[] fields = ["GivenName", "Surname", "KnownAs", "Gender", "Ethnicity", "Language", "Address", "Postcode", "Email", "SafeTimes", "WhoMayAnswer", "CommunicationNeeds", "BeforeRinging"];
        for (var i = 0; i < all.Length; i += 6)
        {
            var form = await facilitator.GetAsync($"/people/{person.Reference}/edit");
            var answer = await form.SubmitAsync([.. fields.Select((f, n) => ($"Form.{f}", all[(i + n) % all.Length]))]);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.Status} at {i}: {answer.Words()}");
            Assert.Empty(answer.Page.QuerySelectorAll("main script"));
            if (answer.Status == HttpStatusCode.OK)
                Assert.Contains(string.Join(' ', all[(i + 12) % all.Length].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), answer.Words(".know"), StringComparison.Ordinal);
            else
                Assert.Contains("a sign in this that we cannot keep", answer.Words(), StringComparison.Ordinal);
        }

        Assert.Empty((await new Verifier(group.Store).RunAsync([])).Problems);
    }
}
