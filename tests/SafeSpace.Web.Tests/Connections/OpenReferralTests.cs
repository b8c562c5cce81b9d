using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Connections;

/// <summary>The directory in the form of Open Referral UK (HSDS 3.0): out as a feed, in from a file.</summary>
public sealed class OpenReferralTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Feed_HasWhatIsMarkedPublic_WithoutAKey_ForEverySite_AndKeepsToTheStandard(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var anybody = group.Visit();
        await group.AddPartnerAsync("Hidden House", "refuge");
        var shown = Ids.New();
        await new PartnerService(group.Store).AddAsync(shown, new PartnerDetails("Harbour Advice")
        {
            Public = true,
            WhatFor = "Debt",
            ForWhom = "Anybody",
            OpenWhen = "Mon to Fri 9-5",
            HowToRefer = "Ring",
            Phone = "01302 000001",
            Email = "ann@harbour.example",
            Website = "https://harbour.example",
            Address = "12 Quay Street, Doncaster",
            Postcode = "DN1 2AB",
            WhoKnowsUs = "plantedknows Ann",
        }, Actor.CommandLine);
        await new PartnerService(group.Store).AddAsync(Ids.New(), new PartnerDetails("Bare Door") { Public = true }, Actor.CommandLine);
        // Nothing at all before the group says so.
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/open-referral/services")).Status);
        await new CounsellingService(group.Store).DecideAsync(Nation.EnglandAndWales, 2, publishes: true, default, Actor.CommandLine);

        var answer = await anybody.GetAsync("/open-referral/services");

        Assert.Equal("*", answer.Response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.DoesNotContain("Hidden House", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("plantedknows", answer.Text, StringComparison.Ordinal);
        using var page = JsonDocument.Parse(answer.Text);
        Assert.Empty(HumanServices.MistakesInPage(page.RootElement));
        Assert.Equal(2, page.RootElement.GetProperty("total_items").GetInt32());
        using var one = JsonDocument.Parse((await anybody.GetAsync($"/open-referral/services/{shown}")).Text);
        Assert.Empty(HumanServices.MistakesIn("service", one.RootElement, "service"));
        // The UK profile asks for an address of every service, and has its phones with its contacts.
        var bare = page.RootElement.GetProperty("contents").EnumerateArray().First(s => s.GetProperty("name").GetString() == "Bare Door");
        Assert.EndsWith($"/{group.Slug}/open-referral/services/{bare.GetProperty("id").GetString()}", bare.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("01302 000001", one.RootElement.GetProperty("contacts")[0].GetProperty("phones")[0].GetProperty("number").GetString());
        using var about = JsonDocument.Parse((await anybody.GetAsync("/open-referral")).Text);
        Assert.All(["version", "profile", "openapi_url"], name => Assert.NotEmpty(about.RootElement.GetProperty(name).GetString()!));
        var address = one.RootElement.GetProperty("service_at_locations")[0].GetProperty("location").GetProperty("addresses")[0];
        Assert.Equal(("12 Quay Street", "Doncaster", "DN1 2AB", "GB"), (address.GetProperty("address_1").GetString(), address.GetProperty("city").GetString(), address.GetProperty("postal_code").GetString(), address.GetProperty("country").GetString()));
        using var second = JsonDocument.Parse((await anybody.GetAsync("/open-referral/services?page=2&per_page=1")).Text);
        Assert.Equal((1, true, "Harbour Advice"), (second.RootElement.GetProperty("size").GetInt32(), second.RootElement.GetProperty("last_page").GetBoolean(), second.RootElement.GetProperty("contents")[0].GetProperty("name").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/open-referral/services/{Ids.New()}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/open-referral/services?page=nonsense&per_page=-4")).Status);
    }

    [Fact]
    public void TheCheckOfTheStandard_FindsWhatIsWrong()
    {
        using var wrong = JsonDocument.Parse("""{"id":"no uuid","name":"x","status":"open","phones":[{"number":"1"}],"organization":{"id":"0fdfb57f-c147-4cfb-864c-44788a335d8c","name":"y"}}""");
        Assert.Equal(["service.id is no uuid", "service.organization has no description", "service.phones[0] has no id", "service.status is open"], HumanServices.MistakesIn("service", wrong.RootElement, "service").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_BringsGoodServicesIn_NamesTheOthers_AndTwiceIsOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Coordinator);
        const string File = """
            {"total_items":4,"contents":[
              {"id":"ac148810-d857-441c-9679-408f346de14b","name":"Community Counselling","status":"active","description":"Talking","assured_date":"2026-03-01","eligibility_description":"Adults","application_process":"Ring",
               "url":"https://example.com/counselling","email":"email@example.com","phones":[{"id":"1554d2ef-e6f2-4d1c-9f2b-9b4f6d1b6a11","number":"01302 000002"}],"schedules":[{"id":"48e0f1a7-7d3f-4b7a-9c0e-0d2d8f1f7f10","description":"Weekdays"}],
               "service_at_locations":[{"id":"e94c9f38-1e8f-4564-91d4-d53501ab1765","location":{"id":"3a19ff88-4620-4d17-9830-ac1d859eb5d5","location_type":"physical","addresses":[{"id":"74706e55-df26-4b84-80fe-ecc30b5befb4","address_1":"1 Main Street","city":"Doncaster","state_province":"","postal_code":"DN1 1AA","country":"GB","address_type":"physical"}]}}]},
              {"id":"bc148810-d857-441c-9679-408f346de14b","status":"active"},
              {"id":"cc148810-d857-441c-9679-408f346de14b","name":"Gone","status":"defunct"},
              {"id":"dc148810-d857-441c-9679-408f346de14b","name":"Unchecked","status":"active","url":"javascript:alert(1)"}]}
            """;
        var form = await desk.GetAsync("/partners/import");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.UploadAsync("File", [("x.json", Encoding.UTF8.GetBytes("{ not json"))])).Status);
        Assert.Contains("This is no directory", (await form.UploadAsync("File", [("x.json", Encoding.UTF8.GetBytes("{}"))])).Words("#error-summary"), StringComparison.Ordinal);
        var done = await form.UploadAsync("File", [("services.json", Encoding.UTF8.GetBytes(File))]);
        Assert.Contains("2 services were brought in.", done.Words("#brought"), StringComparison.Ordinal);
        Assert.Contains("number 2: It has no name.", done.Words("#brought"), StringComparison.Ordinal);
        Assert.Contains("number 3, Gone: It is not active.", done.Words("#brought"), StringComparison.Ordinal);
        Assert.Contains("2 were here already", (await form.UploadAsync("File", [("services.json", Encoding.UTF8.GetBytes(File))])).Words("#brought"), StringComparison.Ordinal);
        var counselling = await group.ReadAsync(db => db.Partners.SingleAsync(p => p.Name == "Community Counselling"));
        Assert.Equal(("Talking", "Adults", "Ring", "Weekdays", "01302 000002", "1 Main Street, Doncaster", "DN1 1AA", false), (counselling.WhatFor, counselling.ForWhom, counselling.HowToRefer, counselling.OpenWhen, counselling.Phone, counselling.Address, counselling.Postcode, counselling.Public));
        Assert.Equal(new DateOnly(2026, 3, 1), counselling.CheckedOn);
        var bare = await group.ReadAsync(db => db.Partners.SingleAsync(p => p.Name == "Unchecked"));
        Assert.True(bare.AsksForCheck(group.Store.Clock.Today));
        Assert.Null(bare.Website);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync("/partners/import")).Status);
    }

    /// <summary>As councils publish it: a phone with the contact, days and times instead of words, the name of whose it is with the organisation, another place's hours with the place.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Import_OfTheUkProfile_KeepsThePhoneTheHoursAndWhoseItIs(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Coordinator);
        const string File = """
            {"contents":[
              {"id":"ec148810-d857-441c-9679-408f346de14b","name":"Talking Help","status":"active","minimum_age":16,
               "organization":{"id":"d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610","name":"Riverside Trust","description":"x","website":"https://riverside.example","email":"hello@riverside.example"},
               "contacts":[{"id":"1e7efce3-639b-4880-940c-b95cd30cdb50","name":"Desk","phones":[{"id":"1554d2ef-e6f2-4d1c-9f2b-9b4f6d1b6a11","number":"01302 000003"}]}],
               "schedules":[{"id":"48102e86-bb50-41c4-8f1e-e269368c41d1","freq":"WEEKLY","byday":"MO,TH","opens_at":"10:00:00","closes_at":"18:00Z"}],
               "service_at_locations":[{"id":"e94c9f38-1e8f-4564-91d4-d53501ab1765","schedules":[{"id":"48102e86-bb50-41c4-8f1e-e269368c41d2","freq":"MONTHLY","byday":"-1FR","opens_at":"19:00"}]}]},
              {"id":"fc148810-d857-441c-9679-408f346de14b","name":"Riverside Trust food store","status":"active","organization":{"id":"d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610","name":"Riverside Trust","description":"x"}}]}
            """;

        await (await desk.GetAsync("/partners/import")).UploadAsync("File", [("services.json", Encoding.UTF8.GetBytes(File))]);

        var talking = await group.ReadAsync(db => db.Partners.SingleAsync(p => p.Name == "Talking Help (Riverside Trust)"));
        Assert.Equal(("01302 000003", "hello@riverside.example", "https://riverside.example/", "16+", "Mon, Thu 10:00–18:00\nlast Fri 19:00–"), (talking.Phone, talking.Email, talking.Website, talking.ForWhom, talking.OpenWhen));
        Assert.True(await group.ReadAsync(db => db.Partners.AnyAsync(p => p.Name == "Riverside Trust food store")));
    }
}
