using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Breaches;

/// <summary>What it may mean for the people it is about, in the judgement of who wrote it down.</summary>
public enum BreachRisk
{
    NotYetKnown,

    /// <summary>No harm is likely: the authority need not be told.</summary>
    Unlikely,

    /// <summary>It may do harm: the authority is told.</summary>
    Likely,

    /// <summary>It may do great harm: the people are told as well.</summary>
    High,
}

/// <summary>Something got out, got lost, or was seen by who should not. Words name nobody.</summary>
public sealed class Breach : IRecorded, IVersioned
{
    /// <summary>How long there is to tell the authority, from when it was known.</summary>
    public static readonly TimeSpan TimeToTell = TimeSpan.FromHours(72);

    public Guid Id { get; set; }

    public int Number { get; set; }

    public DateTime KnownAt { get; set; }

    /// <summary>The day it happened, where it is known.</summary>
    public DateOnly? HappenedOn { get; set; }

    public Sealed? What { get; set; }

    /// <summary>Whom it is about, and how many.</summary>
    public Sealed? Whom { get; set; }

    public int? People { get; set; }

    public BreachRisk Risk { get; set; }

    public DateTime? AuthorityToldAt { get; set; }

    /// <summary>The authority's own number for it.</summary>
    public string? AuthorityReference { get; set; }

    /// <summary>Why the authority was not told, or told late.</summary>
    public Sealed? NotToldWhy { get; set; }

    public Sealed? Learned { get; set; }

    public DateTime AddedAt { get; set; }

    public required string AddedByName { get; set; }

    public DateTime? ClosedAt { get; set; }

    public Guid Version { get; set; }

    public DateTime TellBy => KnownAt + TimeToTell;

    /// <summary>The clock runs until the authority was told, or somebody judged that no harm is likely.</summary>
    public bool ClockRuns => AuthorityToldAt is null && Risk != BreachRisk.Unlikely && ClosedAt is null;

    public Guid RowId => Id;
}

/// <summary>Who was told of it.</summary>
public sealed class BreachTold : IRecorded
{
    public Guid Id { get; set; }

    public Guid BreachId { get; set; }

    public Sealed? Whom { get; set; }

    public DateTime At { get; set; }

    public required string ByName { get; set; }

    public Guid RowId => Id;
}

public static class BreachSets
{
    public const string What = "breach.what";

    public const string Whom = "breach.whom";

    public const string NotToldWhy = "breach.not_told_why";

    public const string Learned = "breach.learned";

    public const string Told = "breach_told.whom";

    extension(GroupDb db)
    {
        public DbSet<Breach> Breaches => db.Set<Breach>();

        public DbSet<BreachTold> BreachesTold => db.Set<BreachTold>();
    }
}

internal sealed class BreachMapping : IEntityTypeConfiguration<Breach>, IEntityTypeConfiguration<BreachTold>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Ignore(b => b.TellBy);
        builder.Ignore(b => b.ClockRuns);
        builder.HasIndex(b => b.Number).IsUnique();
        builder.HasIndex(b => b.ClosedAt);
    }

    public void Configure(EntityTypeBuilder<BreachTold> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasOne<Breach>().WithMany().HasForeignKey(b => b.BreachId).OnDelete(DeleteBehavior.Restrict);
    }
}
