using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Governance.Objectives;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>A line for each objective of the contract, with the evidence written for the period.</summary>
internal sealed class ObjectivesPart : IPackPart
{
    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var objectives = await from.Db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.Objective && e.RetiredAt == null).OrderBy(e => e.Position).ToListAsync();
        var evidence = await from.Db.ObjectiveEvidence.AsNoTracking().Where(e => e.Month >= pack.From && e.Month <= pack.To).OrderBy(e => e.Month).ToListAsync();
        foreach (var (objective, place) in objectives.Select((o, i) => (o, i)))
        {
            var words = evidence.Where(e => e.Objective == objective.Code).Select(e => from.Vault.Open("objective_evidence.words", e.Id, e.Words)).Where(w => !string.IsNullOrWhiteSpace(w));
            pack.Objectives.Add(new(place + 1, objective.Label, string.Join("\n", words) is { Length: > 0 } all ? all : null));
        }
    }
}
