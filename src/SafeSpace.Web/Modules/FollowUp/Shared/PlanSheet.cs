using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Shared;

/// <summary>One heading of a plan, and what stands under it.</summary>
public sealed record PlanPart(string Code, string Heading, string? Words);

/// <summary>A plan as it is read: the group's headings in its order, and those that are not offered any more where something is written.</summary>
public sealed record PlanSheet(PlanVersion? Version, IReadOnlyList<PlanPart> Parts)
{
    public IEnumerable<PlanPart> Written => Parts.Where(p => p.Words is not null);

    public static async Task<PlanSheet> NewestAsync(GroupDb db, Vault vault, PersonId person) => await OfAsync(db, vault, await PlanService.NewestAsync(db, person));

    public static async Task<PlanSheet> OfAsync(GroupDb db, Vault vault, PlanVersion? version)
    {
        var words = PlanWords.Open(vault, version);
        var headings = await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.PlanHeading).OrderBy(e => e.Position).ToListAsync();
        return new PlanSheet(version, [.. headings.Where(h => h.RetiredAt is null || words.ContainsKey(h.Code)).Select(h => new PlanPart(h.Code, h.Label, words.GetValueOrDefault(h.Code)))]);
    }
}

/// <summary>What we agreed, its words opened.</summary>
public sealed record AgreedLine(Guid Id, string What, string Why, DateOnly From, DateOnly Until, DateOnly? ReviewOn, bool Over, string? EndWords, bool Replaced)
{
    public static AgreedLine Open(Vault vault, Agreement agreement, DateOnly today, bool replaced = false) => new(
        agreement.Id, vault.Open(AgreementRules.What, agreement.Id, agreement.What) ?? "", vault.Open(AgreementRules.Why, agreement.Id, agreement.Why) ?? "",
        agreement.From, agreement.Until, agreement.ReviewOn, agreement.EndedAt is not null || agreement.Until < today,
        vault.Open(AgreementRules.EndWords, agreement.Id, agreement.EndWords), replaced);
}

/// <summary>Something to be done, its words opened.</summary>
/// <param name="By">"you", a name, "anybody".</param>
public sealed record TaskLine(Guid Id, PersonId Person, string What, string By, DateOnly? DueOn)
{
    public static IReadOnlyList<TaskLine> Open(Vault vault, IEnumerable<SupportTask> tasks, Keepers keepers, string nobody) =>
        [.. tasks.Select(t => new TaskLine(t.Id, t.PersonId, vault.Open(TaskWriter.What, t.Id, t.What) ?? "", keepers.Of(t.PeerId) ?? nobody, t.DueOn))];
}
