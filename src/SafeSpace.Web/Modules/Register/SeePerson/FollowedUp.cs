using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.Register.SeePerson;

/// <summary>What is agreed, planned and to be done with somebody, as their page shows it.</summary>
/// <param name="Invited">They have a page of their own.</param>
public sealed record FollowedUp(IReadOnlyList<AgreedLine> Agreed, PlanSheet Plan, IReadOnlyList<TaskLine> Tasks, string? Rhythm, string? Offer, bool OwnPages, bool Invited, Keepers Keepers)
{
    public static async Task<FollowedUp> LoadAsync(GroupDb db, Vault vault, Viewer viewer, PersonId person, DateOnly today, Texts texts)
    {
        var keepers = await Keepers.ReadAsync(db, viewer, texts);
        var rhythm = await RhythmService.OfAsync(db, person);
        var offer = await db.PersonOffers.AsNoTracking().Where(o => o.PersonId == person).OrderByDescending(o => o.At).FirstOrDefaultAsync();
        return new FollowedUp(
            [.. (await db.AgreedWithAsync(person, today)).Select(a => AgreedLine.Open(vault, a, today))],
            await PlanSheet.NewestAsync(db, vault, person),
            TaskLine.Open(vault, await db.TasksForAsync(person), keepers, texts["somebody who left"]),
            rhythm is null ? null : RhythmWords.Of(rhythm.EveryDays, vault.Open(RhythmService.Words, rhythm.Id, rhythm.Words), texts),
            offer is null ? null : vault.Open(PersonOffer.Column, offer.Id, offer.Words),
            (await FollowUpSettings.ReadAsync(db)).OwnPages,
            await db.OwnPageInvitations.AnyAsync(i => i.PersonId == person && i.EndedAt == null),
            keepers);
    }
}
