using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.FollowUp.WritePlan;

/// <summary>A plan as a form: one box for each heading, the version it was opened on, and what somebody else wrote meanwhile.</summary>
/// <param name="Theirs">What stands in the store, when it is not what this form was opened on.</param>
public sealed record PlanForm(Guid? Seen, IReadOnlyList<PlanPart> Parts, PlanSheet? Theirs, IReadOnlyDictionary<string, string> Mistakes, string? HintOfStrengths = null)
{
    public const string Prefix = "Plan.";

    public static PlanForm Of(PlanSheet sheet) => new(sheet.Version?.Id, sheet.Parts, null, new Dictionary<string, string>());

    /// <summary>What was posted, in the boxes of the headings that are offered now.</summary>
    public static PlanForm Read(IFormCollection posted, PlanSheet now, Texts texts)
    {
        var parts = now.Parts.Select(p => p with { Words = posted.TryGetValue(Prefix + p.Code, out var typed) ? typed.ToString().ReplaceLineEndings("\n") : p.Words }).ToList();
        // A heading that was taken out of use while somebody wrote under it: what they wrote stays.
        parts.AddRange(posted.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && f.Key.Length <= 100 && !string.IsNullOrWhiteSpace(f.Value) && parts.TrueForAll(p => Prefix + p.Code != f.Key))
            .Select(f => new PlanPart(f.Key[Prefix.Length..], f.Key[Prefix.Length..], f.Value.ToString().ReplaceLineEndings("\n"))).ToList());
        var mistakes = new Dictionary<string, string>();
        foreach (var part in parts)
        {
            if (WrittenText.Check(part.Code, part.Words, WrittenText.Note) is { } mistake)
                mistakes[part.Code] = texts[mistake.Sentence, [.. mistake.Values]];
        }

        return new PlanForm(Guid.TryParse(posted["Seen"], out var seen) ? seen : null, parts, null, mistakes);
    }

    public IReadOnlyDictionary<string, string> Words => Parts.Where(p => p.Words is not null).ToDictionary(p => p.Code, p => p.Words!);

    /// <summary>Both are shown; the next save is on theirs, so that nothing is written over unseen.</summary>
    public PlanForm Beside(PlanSheet theirs) => this with { Theirs = theirs, Seen = theirs.Version?.Id };

    /// <summary>Where the other one differs from what was typed here.</summary>
    public IEnumerable<PlanPart> Differing => Theirs is null ? [] : Theirs.Parts.Where(t => (Parts.FirstOrDefault(p => p.Code == t.Code)?.Words ?? "").Trim() != (t.Words ?? ""));
}
