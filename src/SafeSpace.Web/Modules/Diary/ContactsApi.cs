using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Forms.Idempotency;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary;

/// <summary>A contact as programs send it.</summary>
/// <param name="Person">The reference (SS0042) or the id of a person; left out for somebody nobody knows.</param>
/// <param name="Kind">call_in, call_out, no_answer, text, message, email, video, visit_to_building, meeting_elsewhere, visit_at_home.</param>
/// <param name="At">ISO 8601, with an offset or in the group's time zone; left out for now.</param>
/// <param name="Minutes">0 to 1440; left out when nobody knows.</param>
/// <param name="Words">A word for the next of us, at most 20,000 letters.</param>
/// <param name="Peer">The e-mail address of an account, or a name; left out: the token's name.</param>
/// <param name="KeepsPromise">Whether it keeps what the peer promised for today or before.</param>
/// <param name="Agreed">What was agreed with the person.</param>
/// <param name="NextPromise">The next call or visit that the person was told to expect.</param>
/// <param name="Needs">Support they need: each becomes something to do that anybody may take.</param>
public sealed record ContactBody(
    string? Person, string? Kind, string? At, int? Minutes, string? Words, string? Peer, bool? KeepsPromise,
    string? Agreed = null, NextPromiseBody? NextPromise = null, IReadOnlyList<string>? Needs = null);

/// <summary>A promise as programs send it.</summary>
/// <param name="On">The day: 2026-03-11.</param>
/// <param name="At">The time of the group's time zone, if one was said: 18:30. A time that the spring night leaves out is the first one after it.</param>
/// <param name="Visit">A visit rather than a call.</param>
/// <param name="By">The e-mail address of the peer they expect; left out: anybody.</param>
public sealed record NextPromiseBody(DateOnly? On, TimeOnly? At = null, bool Visit = false, string? By = null);

/// <summary>A contact as it was logged.</summary>
public sealed record ContactAnswer(Guid Id, string? Person, string Kind, DateTime At, int? Minutes, int PromisesKept);

public static class ContactsApi
{
    public static void MapContactsApi(this IEndpointRouteBuilder app) =>
        app.MapApi("/contacts").MapPost("", LogAsync).Needs(Permission.LogContacts)
            .WithSummary("Log a contact").Produces<ContactAnswer>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> LogAsync(ContactBody body, GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Viewer viewer, LogService log, Idempotency idempotency)
    {
        var mistakes = new Dictionary<string, string[]>();
        var person = await PersonAsync(body.Person, db, viewer, mistakes);
        var kind = KindOf(body.Kind);
        if (kind is null)
            mistakes["kind"] = [$"Say what it was: {string.Join(", ", Enum.GetValues<ContactKind>().Select(NameOf))}."];
        DateTime? at = null;
        if (!string.IsNullOrWhiteSpace(body.At) && (at = MomentOf(body.At, clock)) is null)
            mistakes["at"] = ["Write the moment like 2026-03-10T17:00:00Z."];
        var (peer, name) = await PeerAsync(body.Peer, db, viewer);
        var contact = new ContactDetails { PersonId = person, Kind = kind ?? default, At = at, Minutes = body.Minutes, PeerId = peer, PeerName = name, Words = body.Words, Agreed = body.Agreed };
        foreach (var mistake in ContactRules.Check(contact, clock.Now))
            mistakes.TryAdd(FieldOf(mistake), [mistake.Sentence()]);
        var (next, keeper) = await NextAsync(body, db, clock, mistakes);
        if (person is { } rung && keeper.Peer is { } expected && !(await WhoMayRing.ReadAsync(whole, rung)).May(expected))
            mistakes["next_promise"] = ["This does not work for these two. Choose somebody else, or leave it out."];
        foreach (var need in body.Needs ?? [])
        {
            if (string.IsNullOrWhiteSpace(need) || need.Length > 2000)
                mistakes["needs"] = ["Each is one thing, in 1 to 2,000 letters."];
        }

        if (person is null && !mistakes.ContainsKey("person") && (next is not null || body.Needs is { Count: > 0 }))
            mistakes["person"] = ["A promise or something to do needs a person."];
        if (mistakes.Count > 0)
            return Results.ValidationProblem(mistakes, title: "This contact was not logged.");
        return await idempotency.AnswerAsync(
            () => log.LogAsync(contact, viewer.Actor, body.KeepsPromise ?? false, next, new LogMore { NextBy = keeper, Tasks = [.. (body.Needs ?? []).Select(n => new TaskDetails(n))] }),
            made => made.Contact is { } logged
                ? Idempotency.Created($"/diary/{logged.Id.Value}", new ContactAnswer(logged.Id.Value, body.Person, NameOf(logged.Kind), logged.At, logged.Minutes, made.PromisesKept))
                : null,
            _ => Results.ValidationProblem(new Dictionary<string, string[]> { ["person"] = [NoPerson] }, title: "This contact was not logged."));
    }

    private const string NoPerson = "There is nobody with this reference or id.";

    private static async Task<PersonId?> PersonAsync(string? asked, GroupDb db, Viewer viewer, Dictionary<string, string[]> mistakes)
    {
        if (string.IsNullOrWhiteSpace(asked))
            return null;
        var found = await db.FindAskedAsync(viewer, asked);
        if (found is null)
            mistakes["person"] = [NoPerson];
        return found?.Id;
    }

    private static async Task<(PromiseDetails? Next, PromiseKeeper Keeper)> NextAsync(ContactBody body, GroupDb db, GroupClock clock, Dictionary<string, string[]> mistakes)
    {
        if (body.NextPromise is not { } next)
            return (null, default);
        if (next.On is not { } on || on < clock.Today || on > clock.Today.AddYears(2))
        {
            mistakes["next_promise"] = ["Say a day from today on, within two years, like 2026-03-11."];
            return (null, default);
        }

        UserId? keeper = null;
        if (!string.IsNullOrWhiteSpace(next.By))
        {
            var email = next.By.Trim().ToUpperInvariant();
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == email && u.RetiredAt == null);
            if (account is null || !await PeersWhoRing.IsAsync(db, account.UserId))
                mistakes["next_promise"] = ["There is no peer with this address."];
            else
                keeper = account.UserId;
        }

        return (new PromiseDetails(on, next.At, next.Visit), new PromiseKeeper(keeper));
    }

    private static async Task<(UserId? Id, string? Name)> PeerAsync(string? asked, GroupDb db, Viewer viewer)
    {
        if (string.IsNullOrWhiteSpace(asked))
            return (null, viewer.Name);
        var email = asked.Trim().ToUpperInvariant();
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == email && u.RetiredAt == null);
        return account is null ? (null, asked.Trim()) : (account.UserId, null);
    }

    private static DateTime? MomentOf(string text, GroupClock clock)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
            return null;
        return moment.Kind == DateTimeKind.Unspecified ? clock.ToUtc(LocalMoment.From(moment)) : moment.ToUniversalTime();
    }

    private static string NameOf(ContactKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static ContactKind? KindOf(string? name) =>
        Enum.GetValues<ContactKind>().Where(k => NameOf(k) == name).Select(k => (ContactKind?)k).FirstOrDefault();

    private static string FieldOf(ContactMistake mistake) => mistake switch
    {
        ContactMistake.InTheFuture or ContactMistake.TooLongAgo => "at",
        ContactMistake.MinutesBelowNothing or ContactMistake.MinutesLongerThanADay => "minutes",
        ContactMistake.WordsTooLong => "words",
        ContactMistake.AgreedTooLong => "agreed",
        _ => "peer",
    };
}
