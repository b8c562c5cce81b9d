using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Register.Api;

/// <summary>People for programs: found by anything, and one by their reference or id.</summary>
public static class PeopleEndpoints
{
    public static void MapPeopleApi(this IEndpointRouteBuilder app)
    {
        var people = app.MapApi("/people");
        people.MapGet("", FindAsync).Needs(Permission.SeePeople).AddEndpointFilter(ShowsPeopleAttribute.Guard)
            .WithSummary("People by a name, date of birth, the end of a phone number, postcode or reference; the nearest twenty, each with why")
            .Produces<PeopleAnswer>();
        people.MapGet("/{id}", OneAsync).Needs(Permission.SeePeople).AddEndpointFilter(ShowsPeopleAttribute.Guard)
            .WithSummary("One person, by reference or id").Produces<PersonAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> FindAsync(PersonSearch search, GroupDb db, Viewer viewer, PersonViews shown, [FromQuery] string? q = null)
    {
        var hits = await search.FindAsync(q, db.PeopleSeenBy(viewer).Where(p => p.DiedAt == null));
        await shown.AsPageAsync("api/people", [.. hits.Select(h => h.Id)]);
        return Results.Ok(new PeopleAnswer([.. hits.Select(h => new PersonFound(
            h.Id.Value, h.Reference, h.GivenName, h.Surname, h.KnownAs, h.DateOfBirth, h.Postcode, StateOf(h.State), h.OpenedOn, h.Why, h.MergedFrom))]));
    }

    private static async Task<IResult> OneAsync(string id, GroupDb db, Vault vault, Viewer viewer, PersonViews shown)
    {
        if (await db.FindAskedAsync(viewer, id) is not { DiedAt: null } person)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        await shown.AsPageAsync("api/people", person.Id);
        var phones = await db.Phones.AsNoTracking().Where(p => p.PersonId == person.Id).OrderBy(p => p.Id).ToListAsync();
        var @case = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == person.Id);
        var details = PersonDetails.Of(person, phones, vault);
        return Results.Ok(new PersonAnswer(
            person.Id.Value, person.Reference, person.GivenName, person.Surname, person.KnownAs, person.DateOfBirth, person.Postcode, StateOf(@case?.State), @case?.OpenedOn,
            [.. phones.Select(p => p.Number)], details.SafeTimes, JsonNamingPolicy.SnakeCaseLower.ConvertName(person.Voicemail.ToString()), details.WhoMayAnswer, details.CommunicationNeeds, details.BeforeRinging));
    }

    private static string? StateOf(CaseState? state) => state switch
    {
        CaseState.Open => "open",
        CaseState.SteppedDown => "stepped_down",
        CaseState.Closed => "closed",
        _ => null,
    };
}

/// <summary>People that may be meant, the nearest first.</summary>
public sealed record PeopleAnswer(IReadOnlyList<PersonFound> People);

/// <param name="State">open, stepped_down, closed; null without a case.</param>
/// <param name="Why">Why they were found, in English.</param>
/// <param name="MergedFrom">The reference of a record that was joined into this one, when it was that one that was found.</param>
public sealed record PersonFound(
    Guid Id, string Reference, string GivenName, string Surname, string? KnownAs, DateOnly? DateOfBirth, string? Postcode, string? State, DateOnly? OpenedOn, IReadOnlyList<string> Why, string? MergedFrom);

/// <param name="Voicemail">not_asked, yes, no.</param>
public sealed record PersonAnswer(
    Guid Id, string Reference, string GivenName, string Surname, string? KnownAs, DateOnly? DateOfBirth, string? Postcode, string? State, DateOnly? OpenedOn,
    IReadOnlyList<string> Phones, string? SafeTimes, string Voicemail, string? WhoMayAnswer, string? CommunicationNeeds, string? BeforeRinging);
