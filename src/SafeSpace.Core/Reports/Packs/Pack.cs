using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs;

/// <summary>
/// What was published to those who fund the service, of some months. It never changes: a restatement is another pack, and this one stays readable.
/// </summary>
public sealed class Pack : IRecorded
{
    public Guid Id { get; set; }

    /// <summary>1, 2, 3 … in the order of publishing; part of its address.</summary>
    public int Number { get; set; }

    public Month From { get; set; }

    public Month To { get; set; }

    /// <summary>The number of the pack that this one puts right; null for a first one.</summary>
    public int? Restates { get; set; }

    public DateTime PublishedAt { get; set; }

    public UserId? PublishedById { get; set; }

    /// <summary>Of a restatement: why, for everybody who reads it.</summary>
    public Sealed? Why { get; set; }

    /// <summary>What is shown: a <see cref="PackDocument"/>.</summary>
    public Sealed? Shown { get; set; }

    /// <summary>The exact figures behind it: <see cref="Disclosure.PackFigures"/>. They never leave.</summary>
    public Sealed? Exact { get; set; }

    public Guid RowId => Id;
}

public static class PackSets
{
    extension(GroupDb db)
    {
        public DbSet<Pack> Packs => db.Set<Pack>();
    }
}

internal sealed class PackMapping : IEntityTypeConfiguration<Pack>
{
    public void Configure(EntityTypeBuilder<Pack> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.Restates).IsUnique();
    }
}
