using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Privacy;

/// <summary>Somebody asks what we hold: a day by law, read through by a person, others blacked out, and sent.</summary>
public sealed class AccessRequestTests
{
    [Theory]
    [InlineData("2026-01-31", "2026-03-02")] // no 31 February: its last day, a Saturday; the Monday after
    [InlineData("2026-03-03", "2026-04-07")] // 3 April 2026 is Good Friday, the 6th Easter Monday
    [InlineData("2026-11-25", "2026-12-29")] // Christmas, a weekend, and Boxing Day on the Monday after it
    [InlineData("2026-06-10", "2026-07-10")]
    [InlineData("2028-01-30", "2028-02-29")] // a leap year
    public void TheDay_IsOneMonthOn_OrTheNextWorkingDay(string received, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), LegalDays.DueOn(DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture), Nation.EnglandAndWales));

    [Fact]
    public void TheDay_GoesByTheGroupsOwnNation()
    {
        var received = new DateOnly(2026, 2, 17); // 17 March 2026: St Patrick's Day
        Assert.Equal(new DateOnly(2026, 3, 17), LegalDays.DueOn(received, Nation.EnglandAndWales));
        Assert.Equal(new DateOnly(2026, 3, 18), LegalDays.DueOn(received, Nation.NorthernIreland));
        Assert.Equal(new DateOnly(2026, 5, 18), LegalDays.ExtendedTo(received, Nation.EnglandAndWales));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task FromAsking_ToSent_NothingLeavesUnread_AndOthersAreBlackedOut(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails { GivenName = "Ottoline", Surname = "Marchbanks", Address = "4 Mill Lane", SafeTimes = "never when Rupert is home" });
        await group.AddPersonAsync("Rupert", "Nobody");
        await group.AddFamilyAsync(person, "Hildegarde Fenn", "sister", "that she rings us");
        var peer = await group.AddAccountAsync(Role.Peer);
        await group.LogContactAsync(person, peer, words: "Hildegarde Fenn says that Rupert shouted. Rupertson is a street.");
        await group.LogContactAsync(person, peer, words: "A neighbour told us in confidence.");
        var desk = await group.SignInAsync(Role.Coordinator);

        var request = await (await desk.GetAsync($"/people/{person.Reference}/asked")).SubmitAsync(("FromWhom", "Herself, by letter"));
        Assert.Contains("Due", request.Words(), StringComparison.Ordinal);
        Assert.Contains("10 Apr 2026", request.Words("dl.facts"), StringComparison.Ordinal);
        Assert.Contains("due on", (await desk.GetAsync("/privacy/requests")).Words(), StringComparison.Ordinal);
        Assert.Equal(request.Path, (await desk.GetAsync(request.Path + "/print")).Path); // unread: back to reading
        Assert.Equal(request.Path, (await desk.GetAsync(request.Path + "/print?handler=File")).Path);

        request = await request.SubmitFormAsync("#checked", ("HowKnown", "She came with her passport"));
        var ticked = request.Page.QuerySelectorAll("[name=Blacken][checked]").Select(c => c.GetAttribute("value")).ToList();
        Assert.Contains("Rupert", ticked);
        Assert.Contains("Hildegarde Fenn", ticked);
        Assert.DoesNotContain("Ottoline", ticked);
        var passage = request.Page.QuerySelectorAll("[name=Withhold]").Single(c => c.ParentElement!.ParentElement!.TextContent.Contains("in confidence", StringComparison.Ordinal)).GetAttribute("value")!;
        var read = await desk.PostAsync(request.Path + "?handler=Review", [.. Form(request, "#review"), new("Withhold", passage)]);
        var print = await desk.GetAsync(read.Path + "/print");

        Assert.Contains("4 Mill Lane", print.Words(), StringComparison.Ordinal);
        Assert.Contains("never when █████ is home", print.Words(), StringComparison.Ordinal);
        Assert.Contains("Rupertson is a street", print.Words(), StringComparison.Ordinal); // whole words only
        foreach (var hidden in new[] { "Rupert ", "Hildegarde", "in confidence", peer.DisplayName })
            Assert.DoesNotContain(hidden, print.Words(), StringComparison.Ordinal);
        Assert.Contains("Who looked at your record", print.Words(), StringComparison.Ordinal);
        var file = await desk.GetAsync(read.Path + "/print?handler=File");
        Assert.StartsWith("text/html", file.Response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Contains("attachment", file.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("4 Mill Lane", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hildegarde", file.Text, StringComparison.Ordinal);

        await group.LogContactAsync(person, peer, words: "A new word.");
        Assert.Equal(read.Path, (await desk.GetAsync(read.Path + "/print")).Path); // written since: read again
        var again = await desk.PostAsync(read.Path + "?handler=Review", Form(await desk.GetAsync(read.Path), "#review"));
        var sent = await again.SubmitFormAsync("#sent", ("SentHow", "Handed over at the centre"));

        Assert.Contains("Handed over at the centre", sent.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(group.Store.Clock.Today, (await db.AccessRequests.SingleAsync()).SentOn);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Supervisor)).GetAsync(sent.Path)).Status);
    }

    /// <summary>An import names nobody in the chain, and still brings words about them.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WordsThatCameWithoutAnOperationOfTheirs_AreReadAgain_AndALookIsNone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        await group.LogContactAsync(person, await group.AddAccountAsync(Role.Peer), words: "Told us of his garden.");
        var desk = await group.SignInAsync(Role.Coordinator);
        var request = await (await desk.GetAsync($"/people/{person.Reference}/asked")).SubmitAsync(("FromWhom", "Himself"), ("Identity", "Known to us"));
        var read = await desk.PostAsync(request.Path + "?handler=Review", Form(request, "#review"));
        await desk.GetAsync($"/people/{person.Reference}");
        Assert.Equal(read.Path + "/print", (await desk.GetAsync(read.Path + "/print")).Path);

        await group.Store.Write("Brought", Actor.CommandLine, async unit => await unit.Db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.Address, "Rupert's house")));

        Assert.Equal(read.Path, (await desk.GetAsync(read.Path + "/print")).Path);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync(read.Path + "?handler=Sent", [.. Form(await desk.GetAsync(read.Path), "#review"), new("SentHow", "by post")])).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoMonthsMore_NeedAReason_AndAnOpenRequestHoldsOffErasing(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        await group.CloseCaseAsync(person);
        var desk = await group.SignInAsync(Role.Coordinator);
        var request = await (await desk.GetAsync($"/people/{person.Reference}/asked")).SubmitAsync(("FromWhom", "Himself"), ("Received", "1 Mar 2026"));
        Assert.Contains("They asked what we hold about them, and it was not sent yet.", (await desk.GetAsync($"/people/{person.Reference}/erase")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await request.SubmitFormAsync("#extend", ("ExtendWhy", " "))).Status);
        var extended = await request.SubmitFormAsync("#extend", ("ExtendWhy", "Eleven years of diary"));
        Assert.Contains("1 Jun 2026", extended.Words("dl.facts"), StringComparison.Ordinal);
        await extended.SubmitFormAsync("#withdraw");
        Assert.NotNull((await desk.GetAsync($"/people/{person.Reference}/erase")).Page.QuerySelector("main form[method=post]"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NamesOfPeers_AreShown_OnlyWhereTheGroupDecidedSo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        await group.LogContactAsync(person, peer);
        var desk = await group.SignInAsync(Role.Coordinator);
        await (await desk.GetAsync("/privacy")).SubmitAsync(("NamesPeers", "yes"));
        var request = await (await desk.GetAsync($"/people/{person.Reference}/asked")).SubmitAsync(("FromWhom", "Himself"), ("Identity", "Known to us"));
        var read = await desk.PostAsync(request.Path + "?handler=Review", Form(request, "#review"));
        Assert.Contains(peer.DisplayName, (await desk.GetAsync(read.Path + "/print")).Words(), StringComparison.Ordinal);
    }

    /// <summary>What a browser would send of one of the page's forms.</summary>
    private static List<KeyValuePair<string, string>> Form(Answer page, string selector)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in page.Page.QuerySelectorAll($"{selector} input, {selector} textarea"))
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || (element.GetAttribute("type") is "checkbox" && !element.HasAttribute("checked")))
                continue;
            values.Add(new(name, element is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : element.GetAttribute("value") ?? "on"));
        }

        return values;
    }
}
