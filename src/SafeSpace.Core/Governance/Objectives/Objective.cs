using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Governance.Objectives;

/// <summary>What was done towards an objective of the contract (an entry of the group's list), in the group's words, as from a month.</summary>
public sealed class ObjectiveEvidence : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Code of the entry in <see cref="GroupList.Objective"/>.</summary>
    public required string Objective { get; set; }

    public Month Month { get; set; }

    public Sealed? Words { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

public static class ObjectiveSets
{
    extension(GroupDb db)
    {
        public DbSet<ObjectiveEvidence> ObjectiveEvidence => db.Set<ObjectiveEvidence>();
    }
}

internal sealed class ObjectiveMapping : IEntityTypeConfiguration<ObjectiveEvidence>
{
    public void Configure(EntityTypeBuilder<ObjectiveEvidence> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.Month, e.Objective }).IsUnique();
    }
}

/// <summary>Writes down what shows that an objective is met.</summary>
public sealed class ObjectiveService(GroupStore store)
{
    /// <param name="seen">The version that was on the page; null when there was nothing yet.</param>
    /// <returns>False when the group has no such objective.</returns>
    /// <exception cref="StaleVersionException">Somebody else wrote first.</exception>
    public Task<bool> WriteAsync(string objective, Month month, string? words, Guid? seen, Actor by) => store.Write("ObjectiveEvidenceWritten", by, async unit =>
    {
        if (!await unit.Db.ListEntries.AnyAsync(e => e.List == GroupList.Objective && e.Code == objective))
            return false;
        var row = await unit.Db.ObjectiveEvidence.SingleOrDefaultAsync(e => e.Month == month && e.Objective == objective);
        if (row is null)
            unit.Db.ObjectiveEvidence.Add(row = new ObjectiveEvidence { Id = Ids.New(), Objective = objective, Month = month });
        else if (row.Version != seen)
            throw new StaleVersionException();
        row.Words = unit.Seal(null, "objective_evidence.words", row.Id, words?.Trim());
        return true;
    });
}
