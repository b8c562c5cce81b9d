using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

public enum ErasureWay
{
    /// <summary>Who they are and every word about them.</summary>
    Everything,

    /// <summary>Who they are; words that were written stay, sealed.</summary>
    Identity,
}

/// <summary>Why it was done.</summary>
public enum ErasureAsked
{
    TheyAsked,
    TimeIsUp,
    WrittenDownByMistake,
    AuthorityOrdered,

    /// <summary>An older copy was put back, and the erasure was made again.</summary>
    AfterRestore,
}

/// <summary>Somebody was erased. It tells that it was done, by whom and why, and nobody's name.</summary>
public sealed class Erasure : IRecorded
{
    public Guid Id { get; set; }

    /// <summary>What it is called in a letter: 1, 2, 3.</summary>
    public int Number { get; set; }

    public ErasureWay Way { get; set; }

    public ErasureAsked Asked { get; set; }

    /// <summary>In words that name nobody.</summary>
    public Sealed? Why { get; set; }

    /// <summary>Who asked and how we knew it was them, in words that name nobody.</summary>
    public Sealed? How { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>Rows that were emptied or removed.</summary>
    public int Rows { get; set; }

    /// <summary>The chain was emptied too and the space on the disk was overwritten; until then a job goes on with it.</summary>
    public DateTime? FinishedAt { get; set; }

    public Guid RowId => Id;
}

/// <summary>A record that an erasure was of: the one that stood, and those merged into it.</summary>
public sealed class ErasedRecord : IRecorded
{
    public Guid Id { get; set; }

    public Guid ErasureId { get; set; }

    public PersonId ErasedId { get; set; }

    public Guid RowId => Id;
}

public static class ErasureSets
{
    public const string Why = "erasure.why";

    public const string How = "erasure.how";

    extension(GroupDb db)
    {
        public DbSet<Erasure> Erasures => db.Set<Erasure>();

        public DbSet<ErasedRecord> ErasedRecords => db.Set<ErasedRecord>();
    }
}

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>, IEntityTypeConfiguration<ErasedRecord>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.Number).IsUnique();
        builder.HasIndex(e => e.FinishedAt);
    }

    public void Configure(EntityTypeBuilder<ErasedRecord> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.ErasureId);
        builder.HasIndex(e => e.ErasedId);
    }
}
