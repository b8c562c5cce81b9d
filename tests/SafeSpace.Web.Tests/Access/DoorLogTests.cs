using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Access;

/// <summary>Each refusal is one line: what, where, which account, by ids. Never what was typed, an address asked for, a name or a secret.</summary>
public sealed partial class DoorLogTests
{
    private const string Typed = "plantedzebra";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EveryKindOfRefusal_IsALine_WithIdsAlone(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, o => o.TriesPerMinute = 12);
        var (group, other) = (await site.NewGroupAsync(), await site.NewGroupAsync());
        var person = await group.AddPersonAsync(Typed, Typed);
        var account = await group.AddAccountAsync(Role.Peer);
        var peer = await group.SignInAsync(Role.Peer);

        // Wrong password of somebody, and of nobody.
        Assert.Equal(HttpStatusCode.BadRequest, (await group.Visit().GivePasswordAsync(account, Typed)).Status);
        await (await group.Visit().GetAsync("/sign-in?whole=true")).SubmitAsync(("Email", Typed + "@test.example"), ("Password", Typed));
        // Wrong code, wrong recovery code.
        var code = await group.Visit().GivePasswordAsync(account);
        await code.SubmitAsync(("Code", "000000"));
        await (await code.FollowAsync("I don't have my phone")).SubmitAsync(("Code", Typed));
        // Not allowed; not there.
        await peer.GetAsync("/accounts?q=" + Typed);
        await peer.GetAsync($"/people/SS9999?q={Typed}");
        // A form without its token; a ticket of another group; a token nobody knows.
        Assert.Equal(HttpStatusCode.BadRequest, (await peer.RawAsync(new HttpRequestMessage(HttpMethod.Post, $"/me?handler=Name&q={Typed}") { Content = new FormUrlEncodedContent([new("Name", Typed)]) })).StatusCode);
        var thief = other.Visit();
        thief.TakeCookiesOf(peer, "/" + other.Slug);
        await thief.GetAsync("/me");
        await group.Visit().AskAsync("GET", "/api/v1/people?q=" + Typed, "ss_" + Typed);
        // Words kept without a form's token; a one-time link that is none.
        await peer.RawAsync(new HttpRequestMessage(HttpMethod.Post, peer.PathBase + "/drafts") { Content = JsonContent.Create(new { key = Typed }) });
        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync("/set-up/" + Typed)).Status);
        // Too many.
        for (var i = 0; i < 12; i++)
            await (await group.Visit().GetAsync("/sign-in?whole=true")).SubmitAsync(("Email", Typed), ("Password", Typed));

        var lines = site.Log.Lines.Where(l => l.Contains("DoorLog", StringComparison.Ordinal)).ToList();
        AssertLine(lines, $"Refused WrongPassword at POST sign-in, group {group.Slug}, account {account.Id}, session -, from ");
        AssertLine(lines, $"Refused WrongPassword at POST sign-in, group {group.Slug}, account -, session -, from ");
        AssertLine(lines, $"Refused WrongCode at POST sign-in/code, group {group.Slug}, account {account.Id}");
        AssertLine(lines, $"Refused WrongRecoveryCode at POST sign-in/recovery, group {group.Slug}, account {account.Id}");
        await using var db = await group.Store.ReadAsync();
        var session = (await db.Sessions.SingleAsync(s => s.UserId == peer.Account!.UserId)).Id;
        AssertLine(lines, $"Refused NotAllowed at GET accounts, group {group.Slug}, account {peer.Account!.Id}, session {session}");
        AssertLine(lines, $"Refused NotThere at GET people/{{reference}}, group {group.Slug}, account {peer.Account.Id}, session {session}");
        AssertLine(lines, $"Refused FormNotOurs at POST me, group {group.Slug}, account {peer.Account.Id}");
        AssertLine(lines, $"Refused TicketOfAnotherGroup at GET me, group {other.Slug}, account {peer.Account.Id}");
        AssertLine(lines, $"Refused UnknownToken at GET /api/v1/people/, group {group.Slug}");
        AssertLine(lines, $"Refused FormNotOurs at POST /drafts/, group {group.Slug}, account {peer.Account.Id}");
        AssertLine(lines, $"Refused OldLink at GET set-up/{{secret}}, group {group.Slug}, account -");
        AssertLine(lines, $"Refused TooMany at POST sign-in, group {group.Slug}");
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains(Typed, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, l => l.Contains(person.Reference, StringComparison.Ordinal) || l.Contains(account.Email!, StringComparison.OrdinalIgnoreCase) || l.Contains('\n', StringComparison.Ordinal));
        Assert.All(lines, l => Assert.Matches(Shape(), l));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WrongPin_OnALockedScreen_IsALine(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await (await peer.GetAsync("/me/pin")).SubmitAsync(("Pin", "7392"));
        await (await peer.GetAsync("/me")).SubmitFormAsync("form[action$='/lock']");

        await (await peer.GetAsync("/sign-in/pin")).SubmitAsync(("Pin", "1470"));

        AssertLine(site.Log.Lines, $"Refused WrongPin at POST sign-in/pin, group {group.Slug}, account {peer.Account!.Id}");
    }

    private static void AssertLine(IReadOnlyCollection<string> lines, string words) =>
        Assert.True(lines.Any(l => l.Contains(words, StringComparison.OrdinalIgnoreCase)), $"No line \"{words}\" in:\n{string.Join('\n', lines)}");

    [GeneratedRegex(@"^Warning SafeSpace\.Web\.Infrastructure\.Security\.DoorLog Refused \w+ at [A-Z]+ \S+, group \S+, account \S+, session \S+, from [0-9a-f]{8} $")]
    private static partial Regex Shape();
}
