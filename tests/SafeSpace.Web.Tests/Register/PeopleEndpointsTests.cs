using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Register;

public sealed class PeopleEndpointsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ByAnything_FindsAndSaysWhy_AndIsWrittenDown(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails
        {
            GivenName = "Katarzyna",
            Surname = "Wiśniewska",
            DateOfBirth = new DateOnly(1979, 7, 3),
            Postcode = "HX1 5AB",
            SafeTimes = "after five",
            Voicemail = Voicemail.No,
            Phones = [new PhoneDetails("07700 900123")],
        });
        var desk = await group.ProgramAsync(Role.Facilitator);

        foreach (var q in new[] { "kate wisniewsk", "03/07/1979", "900123", "HX1 5AB", person.Reference })
        {
            var found = await desk.GetAsync("/people?q=" + Uri.EscapeDataString(q));
            Assert.Equal(HttpStatusCode.OK, found.Status);
            var first = found.Json.GetProperty("people")[0];
            Assert.Equal((q, person.Reference), (q, first.GetProperty("reference").GetString()));
            Assert.NotEqual(0, first.GetProperty("why").GetArrayLength());
        }

        foreach (var id in new[] { person.Reference, person.Id.Value.ToString() })
        {
            var one = (await desk.GetAsync("/people/" + id)).Json;
            Assert.Equal(("Wiśniewska", "after five", "no", "1979-07-03"),
                (one.GetProperty("surname").GetString(), one.GetProperty("safe_times").GetString(), one.GetProperty("voicemail").GetString(), one.GetProperty("date_of_birth").GetString()));
            Assert.Equal(1, one.GetProperty("phones").GetArrayLength());
        }

        await using var db = await group.Store.ReadAsync();
        Assert.Equal(7, await db.Set<View>().CountAsync(v => v.Surface == "api/people"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ARecordThatBecameOneWithAnother_IsTheOneThatWasKept(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.AddPersonAsync("Katarzyna", "Nowak"), await group.AddPersonAsync("Kate", "Nowak"));
        await (await (await group.SignInAsync(Role.Facilitator)).GetAsync($"/duplicates/{one.Reference}/{other.Reference}")).SubmitAsync(("Decision", "same"), ("Why", "she said so"));
        var desk = await group.ProgramAsync(Role.Facilitator);

        var kept = new HashSet<string?>();
        foreach (var id in new[] { one.Reference, other.Reference, one.Id.Value.ToString(), other.Id.Value.ToString() })
        {
            kept.Add((await desk.GetAsync("/people/" + id)).Json.GetProperty("reference").GetString());
            Assert.Equal(HttpStatusCode.Created, (await desk.PostAsync("/contacts", new { person = id, kind = "call_out", minutes = 5 })).Status);
        }

        Assert.Single(kept);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AReference_ComesBeforeAPhoneWithTheSameDigits(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails { GivenName = "Ann", Surname = "Lee" });
        await group.AddPersonAsync(new PersonDetails { GivenName = "Zed", Surname = "Zog", Phones = [new PhoneDetails("07700 90" + person.Reference[2..])] });
        var desk = await group.ProgramAsync(Role.Facilitator);

        var found = (await desk.GetAsync("/people?q=" + person.Reference)).Json.GetProperty("people");
        var digits = (await desk.GetAsync("/people?q=" + person.Reference[2..])).Json.GetProperty("people");

        Assert.Equal(person.Reference, Assert.Single(found.EnumerateArray()).GetProperty("reference").GetString());
        Assert.Equal((2, person.Reference), (digits.GetArrayLength(), digits[0].GetProperty("reference").GetString()));
        Assert.Equal("not_asked", (await desk.GetAsync("/people/" + person.Reference)).Json.GetProperty("voicemail").GetString());
    }

    [Fact]
    public async Task Get_WhoIsNotHere_OrOfAnotherGroup_IsTheSame404()
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var (mine, other) = (await site.NewGroupAsync(), await site.NewGroupAsync());
        var theirs = await other.AddPersonAsync();
        var desk = await mine.ProgramAsync(Role.Facilitator);

        var answers = new[] { await desk.GetAsync("/people/SS9999"), await desk.GetAsync("/people/" + theirs.Reference), await desk.GetAsync("/people/" + theirs.Id.Value) };

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (a.Status, a.Type)));
        Assert.Empty((await desk.GetAsync("/people?q=Harley")).Json.GetProperty("people").EnumerateArray());
        Assert.Empty((await desk.GetAsync("/people")).Json.GetProperty("people").EnumerateArray());
    }
}
