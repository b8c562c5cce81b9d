using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Forms.Idempotency;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Referrals.Refer;

namespace SafeSpace.Web.Modules.Referrals.Api;

/// <summary>Referrals for programs: refer, decide, and what became of one.</summary>
public static class ReferralEndpoints
{
    public static void MapReferralApi(this IEndpointRouteBuilder app)
    {
        var referrals = app.MapApi("/referrals");
        referrals.MapPost("", ReferAsync).Needs(Permission.ReferByInterface)
            .WithSummary("Refer somebody")
            .WithDescription("Saves with almost nothing; what is missing is asked for later. A referrer's own token learns nothing about whom we know.")
            .Produces<ReferralAnswer>(StatusCodes.Status201Created).ProducesValidationProblem();
        referrals.MapGet("/{id:guid}", OutcomeAsync).Needs(Permission.ReferByInterface)
            .AddEndpointFilter(ShowsPeopleAttribute.Guard)
            .WithSummary("What became of a referral")
            .WithDescription("A referrer's own token sees only what it referred itself.")
            .Produces<OutcomeAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        referrals.MapPost("/{id:guid}/decision", DecideAsync).Needs(Permission.TakeReferrals)
            .WithSummary("Take on, point elsewhere, or not now")
            .WithDescription("One decision wins: another one needs \"because\". Taking on needs \"talked_with\".")
            .Produces<OutcomeAnswer>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ReferAsync(
        ReferralRequest request, GroupDb db, Vault vault, GroupClock clock, Viewer viewer, ReferralService service, PersonViews shown, Idempotency idempotency)
    {
        var fromDesk = viewer.May(Permission.TakeReferrals);
        var reading = new ReferralReading(fromDesk);
        var details = reading.Read(request) with { ReferrerId = fromDesk ? null : viewer.Id };
        KnownPerson? known = null;
        var mistakes = new List<Mistake>();
        if (fromDesk && !string.IsNullOrWhiteSpace(request.Person?.Reference))
        {
            reading.CheckKnown(request.Person);
            known = await KnownPerson.FindAsync(db, vault, request.Person.Reference);
            if (known is null)
                mistakes.Add(new Mistake("Person.Reference", "There is nobody with this reference."));
            else
                await shown.AsPageAsync("api/referrals", known.Id);
        }

        details = details with { Known = known?.Id };
        var codes = await ReferralLists.CodesAsync(db);
        mistakes.AddRange(reading.Mistakes);
        if (mistakes.Count == 0)
            mistakes.AddRange(ReferralRules.Check(details, codes, clock.Today, known?.Born).Select(ReferralReading.AsSent));
        if (mistakes.Count > 0)
            return Problems.Of(mistakes);
        return await idempotency.AnswerAsync(
            () => service.ReferAsync(ReferralId.New(), details, viewer.Actor),
            made => made is null ? null : Idempotency.Created($"{ApiGroup.Root}/referrals/{made.Id.Value}", ReferralAnswer.Of(made, fromDesk)),
            _ => Results.Problem("There is nobody with this reference.", statusCode: StatusCodes.Status404NotFound));
    }

    private static async Task<IResult> OutcomeAsync(Guid id, GroupDb db, Vault vault, Viewer viewer, PersonViews shown)
    {
        var all = db.Referrals.AsNoTracking();
        var seen = viewer.May(Permission.TakeReferrals) ? all : all.Where(r => r.ReferrerId != null && r.ReferrerId == viewer.Id);
        if (await seen.SingleOrDefaultAsync(r => r.Id == new ReferralId(id)) is not { } referral)
            return Results.NotFound();
        await shown.AsPageAsync("api/referrals", referral.PersonId);
        return Results.Ok(Answer(referral, vault));
    }

    private static async Task<IResult> DecideAsync(
        Guid id, DecisionRequest request, GroupDb db, Vault vault, GroupClock clock, Viewer viewer, ReferralService service, PersonViews shown, Idempotency idempotency)
    {
        if (await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == new ReferralId(id)) is not { } referral)
            return Results.NotFound();
        await shown.AsPageAsync("api/referrals", referral.PersonId);
        var decision = new DecisionDetails
        {
            Outcome = Codes.Outcome(request.Decision),
            TalkedWith = request.TalkedWith,
            TalkedAt = request.TalkedAt?.UtcDateTime,
            Reason = request.Reason,
            Words = request.Words,
            Because = request.Because,
        };
        var codes = await ReferralLists.CodesAsync(db);
        var mistakes = ReferralRules.Check(decision, codes, clock.Now, referral.ReceivedAt);
        if (mistakes.Count > 0)
            return Problems.Of([.. mistakes.Select(m => m.Field == nameof(decision.Outcome) ? m with { Field = nameof(request.Decision) } : m)]);
        return await idempotency.AnswerAsync(
            () => service.DecideAsync(referral.Id, null, decision, viewer.Actor),
            outcome => outcome == DecideOutcome.Decided
                ? Idempotency.Ok(new OutcomeAnswer(id, Codes.Of(decision.Outcome), clock.Now, decision.Reason, decision.Words))
                : null,
            outcome => outcome == DecideOutcome.NoSuchReferral
                ? Results.NotFound()
                : Results.Problem("This referral was decided already. To change the decision, say why in \"because\".", statusCode: StatusCodes.Status409Conflict));
    }

    private static OutcomeAnswer Answer(Referral referral, Vault vault) => new(
        referral.RowId, Codes.Of(referral.Outcome), referral.DecidedAt, referral.OutcomeReason, vault.Open(ReferralWords.OutcomeWords, referral.RowId, referral.OutcomeWords));
}
