using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.NightSheet;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>The night without the app: a sheet on paper, or a file that a passphrase opens; each making is written down.</summary>
public sealed partial class NightSheetTests
{
    private const string Passphrase = "copper kettle seven larks";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Print_HasFirstNamesNumbersSafeTimesAndPromises_AndNoSurnameNorNote(EngineKind engine)
    {
        var (group, facilitator) = await EveningAsync(engine);
        var sheet = await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#print");
        var words = sheet.Words();
        foreach (var needed in new[] { "Zuzanna", "07700 900 314", "After five. Mum may answer.", "call, today, 22:15", "leave no message", "999" })
            Assert.Contains(needed, words, StringComparison.Ordinal);
        foreach (var never in new[] { "Plantedsurname", "plantednote" })
            Assert.DoesNotContain(never, sheet.Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var made = await db.NightSheetsMade.AsNoTracking().SingleAsync();
        Assert.Equal((SheetWay.Printed, 1, facilitator.Account!.UserId), (made.Way, made.People, made.MadeById));
        Assert.Contains("night-sheet/print", await db.Set<View>().Select(v => v.Surface).ToListAsync());
    }

    /// <summary>A sheet that ends at some number of people must not look whole.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Print_OfMorePeopleThanFit_SaysSo(EngineKind engine)
    {
        const string more = "There are more people than this sheet holds.";
        var (group, facilitator) = await EveningAsync(engine);
        Assert.DoesNotContain(more, (await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#print")).Words(), StringComparison.Ordinal);
        await group.Store.Write("ManyTakenOn", Actor.CommandLine, async unit =>
        {
            for (var i = 0; i <= NightSheets.MostPeople; i++)
                await CaseWriter.OpenAsync(unit, (await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Olga", Surname = "Old" })).Id, unit.Clock.Today, null);
        });
        Assert.Contains(more, (await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#print")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Print_IsOpenForAQuarterOfAnHour_ToItsMakerAlone(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000));
        var group = await site.NewGroupAsync();
        var (maker, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Supervisor));
        var sheet = await (await maker.GetAsync("/night-sheet")).SubmitFormAsync("#print");
        Assert.Equal(HttpStatusCode.OK, (await maker.GetAsync(sheet.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(sheet.Path)).Status);
        site.Folder.Clock.Advance(NightSheets.OpenFor + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await maker.GetAsync(sheet.Path)).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task File_IsCipherText_ThatOnlyThePassphraseOpens(EngineKind engine)
    {
        var (group, facilitator) = await EveningAsync(engine);
        var file = await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#file", ("Passphrase", Passphrase), ("PassphraseAgain", "  copper kettle  seven larks "));
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("attachment", file.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        foreach (var never in new[] { "Zuzanna", "900 314", "22:15", "Plantedsurname", "http://", "https://" })
            Assert.DoesNotContain(never, file.Text, StringComparison.Ordinal);
        var data = JsonDocument.Parse(Data().Match(file.Text).Groups[1].Value).RootElement;
        byte[] Bytes(string name) => Convert.FromBase64String(data.GetProperty(name).GetString()!);
        var sealedSheet = new SealedSheet(Bytes("salt"), Bytes("nonce"), Bytes("box"), data.GetProperty("rounds").GetInt32());
        Assert.Contains("Zuzanna", sealedSheet.Open(Passphrase), StringComparison.Ordinal);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => sealedSheet.Open("copper kettle seven larkz"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(SheetWay.SealedFile, (await db.NightSheetsMade.AsNoTracking().SingleAsync()).Way);
        Assert.DoesNotContain(group.Site.Log.Lines, l => l.Contains("kettle seven", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short one", "short one", "At least 16")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "easily guessed")]
    [InlineData(Passphrase, "copper kettle seven lark", "not the same")]
    public async Task File_PassphraseThatWillNotDo_MakesNothing(string one, string two, string said)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var refused = await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#file", ("Passphrase", one), ("PassphraseAgain", two));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(said, refused.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(one, refused.Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Empty(await db.NightSheetsMade.ToListAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Sheet_OfAShift_NamesThePeersOnIt_AndHowToReachThem(EngineKind engine)
    {
        var (group, facilitator) = await EveningAsync(engine);
        var shift = Ids.New();
        await group.Store.Write("ShiftPlanned", Actor.CommandLine, unit =>
        {
            unit.Db.Shifts.Add(new Shift { Id = shift, StartsAt = unit.Now.AddHours(-1), EndsAt = unit.Now.AddHours(5) });
            unit.Db.ShiftPlaces.Add(new ShiftPlace { Id = Ids.New(), ShiftId = shift, PeerId = facilitator.Account!.UserId, AtHome = true, ReachOn = "07700 900 999" });
            return Task.CompletedTask;
        });
        var sheet = await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#print", ("Shift", shift.ToString()));
        Assert.Contains($"{facilitator.Account!.DisplayName}, 07700 900 999, at home", sheet.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APeer_TakesNoNamesOut()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        foreach (var role in new[] { Role.Peer, Role.Coordinator, Role.Steering })
            Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(role)).GetAsync("/night-sheet")).Status);
    }

    private static async Task<(TestGroup Group, Visitor Facilitator)> EveningAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator, Role.Peer);
        var person = await group.AddPersonAsync(new PersonDetails
        {
            GivenName = "Zuzanna",
            Surname = "Plantedsurname",
            Phones = [new PhoneDetails("07700 900 314", "hers")],
            SafeTimes = "After five. Mum may answer.",
            Voicemail = Voicemail.No,
            BeforeRinging = "plantednote",
        });
        await group.PromiseAsync(person, facilitator.Account, at: new TimeOnly(22, 15));
        await new EmergencySteps(group.Store).AddAsync(Ids.New(), new EmergencyDetails("Danger now", "Ring.", "Emergency", "999", facilitator.Account!.UserId), Actor.CommandLine);
        return (group, facilitator);
    }

    [GeneratedRegex("""<script type="application/json" id="sealed">(.*?)</script>""")]
    private static partial Regex Data();

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Sheet_SaysThatOneOfUsWaits_AndHowTheKeyholderIsReached_NotWhoItIs(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (facilitator, keyholder) = (await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        await new PeerProfileService(group.Store).ChangeAsync(keyholder.UserId, null, p => p.ReachOn = "07700 900987", Actor.CommandLine);
        var person = await group.AddPersonAsync("Zelda", "Quill", phone: "07700 900777");
        await group.PromiseAsync(person, keyholder);
        await group.WallAsync(person, await group.AddAccountAsync(Role.Peer), keyholder);
        await new DirectingService(group.Store).GiveAsync(new Giving(Ids.New(), null, facilitator.Account!.UserId, Caller: "a man, 07700 900555"), Actor.CommandLine);

        var sheet = await (await facilitator.GetAsync("/night-sheet")).SubmitFormAsync("#print");

        Assert.Contains("One of us waits (1)", sheet.Words(), StringComparison.Ordinal);
        Assert.Contains("a man, 07700 900555", sheet.Words(), StringComparison.Ordinal);
        Assert.Contains($"{keyholder.DisplayName} has the key: 07700 900987", sheet.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zelda", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("900777", sheet.Text, StringComparison.Ordinal);
        Assert.NotNull((await facilitator.GetAsync("/desk")).Page.QuerySelector("section[aria-labelledby=walled] a[href='tel:07700900987']"));
    }
}
