using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Register;

/// <summary>Cases for programs, the newest first.</summary>
public static class CaseEndpoints
{
    private const int MostOnAPage = 200;

    private static readonly Dictionary<string, CaseState> States = new(StringComparer.Ordinal)
    {
        ["open"] = CaseState.Open,
        ["stepped_down"] = CaseState.SteppedDown,
        ["closed"] = CaseState.Closed,
    };

    public static void MapCaseApi(this IEndpointRouteBuilder app) =>
        app.MapApi("/cases").MapGet("", ListAsync).Needs(Permission.SeePeople)
            .AddEndpointFilter(ShowsPeopleAttribute.Guard)
            .WithSummary("Cases in one state, the newest first")
            .WithDescription("state: open, stepped_down or closed. limit: 1 to 200. after: the \"next\" of the answer before.")
            .Produces<CasePage>().ProducesValidationProblem();

    private static async Task<IResult> ListAsync(GroupDb db, Viewer viewer, PersonViews shown, string? state = "open", string? after = null, int limit = 50)
    {
        var mistakes = new List<Mistake>();
        if (!States.TryGetValue(state ?? "", out var wanted))
            mistakes.Add(new Mistake("state", "Write open, stepped_down or closed."));
        if (limit is < 1 or > MostOnAPage)
            mistakes.Add(new Mistake("limit", "Ask for 1 to {0}.", MostOnAPage));
        var from = Cursor.Read(after);
        if (from is null && !string.IsNullOrEmpty(after))
            mistakes.Add(new Mistake("after", "This is not the \"next\" of an answer."));
        if (mistakes.Count > 0)
            return Problems.Of(mistakes);
        var rows = await Query(db, viewer, wanted, await CasesAfter.ReadAsync(db, from?.OpenedOn, from?.Number)).Take(limit + 1).ToListAsync();
        await shown.AsPageAsync("api/cases", [.. rows.Take(limit).Select(r => r.PersonId)]);
        var next = rows.Count > limit ? new Cursor(rows[limit - 1].OpenedOn, rows[limit - 1].Number).ToString() : null;
        return Results.Ok(new CasePage([.. rows.Take(limit).Select(r => r.Answer(state!))], next));
    }

    internal static IQueryable<Row> Query(GroupDb db, Viewer viewer, CaseState state, CasesAfter? after)
    {
        var cases = CasesAfter.Of(db.Cases.AsNoTracking().Where(c => c.State == state), after);
        var rows = cases.Join(db.PeopleSeenBy(viewer).Where(p => p.DiedAt == null), c => c.PersonId, p => p.Id, (c, p) => new { Case = c, Person = p });
        return rows.OrderByDescending(r => r.Case.OpenedOn).ThenByDescending(r => r.Case.PersonId).Select(r => new Row(
            r.Person.Id, r.Person.ReferenceNumber, r.Person.Reference, r.Person.GivenName, r.Person.Surname, r.Case.OpenedOn, r.Case.Team, r.Case.FirstAnsweredAt));
    }

    internal sealed record Row(PersonId PersonId, int Number, string Reference, string GivenName, string Surname, DateOnly OpenedOn, string? Team, DateTime? FirstAnsweredAt)
    {
        public CaseAnswer Answer(string state) => new(Reference, GivenName, Surname, state, OpenedOn, Team, FirstAnsweredAt);
    }

    /// <summary>Where a page ended: the day and the person's number, so that a page is found by an index and not counted to.</summary>
    internal readonly record struct Cursor(DateOnly OpenedOn, int Number)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OpenedOn:yyyyMMdd}-{Number}");

        public static Cursor? Read(string? text)
        {
            var parts = (text ?? "").Split('-');
            return parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Cursor(day, number) : null;
        }
    }
}

/// <summary>A page of cases; <c>next</c> is null on the last one.</summary>
public sealed record CasePage(IReadOnlyList<CaseAnswer> Cases, string? Next);

/// <summary>A person's case.</summary>
/// <param name="State">open, stepped_down or closed.</param>
/// <param name="OpenedOn">The day the newest spell opened.</param>
/// <param name="Team">A code of the group's list of referring teams.</param>
/// <param name="FirstAnsweredAt">UTC; null means not contacted yet.</param>
public sealed record CaseAnswer(string Reference, string GivenName, string Surname, string State, DateOnly OpenedOn, string? Team, DateTime? FirstAnsweredAt);
