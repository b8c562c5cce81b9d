using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Handover;

/// <summary>The three parts of a handover.</summary>
public enum HandoverPart
{
    Happened,
    Open,

    /// <summary>Whom to think of tonight.</summary>
    Tonight,
}

/// <summary>What the one who leaves tells the one who comes: written from the log, edited, signed. Signed, it is not changed any more.</summary>
public sealed class Handover : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public UserId WrittenById { get; set; }

    public required string WrittenByName { get; set; }

    /// <summary>The stretch it tells of, UTC.</summary>
    public DateTime From { get; set; }

    public DateTime Until { get; set; }

    public DateTime? SignedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>One line, about one person or about nobody; its words are sealed with that person's key and go with it.</summary>
public sealed class HandoverLine : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid HandoverId { get; set; }

    public HandoverPart Part { get; set; }

    public int Position { get; set; }

    public PersonId? PersonId { get; set; }

    public Sealed? Words { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>Who read it, and when: so that the one who leaves knows that it arrived.</summary>
public sealed class HandoverRead : IRecorded
{
    public Guid Id { get; set; }

    public Guid HandoverId { get; set; }

    public UserId ReaderId { get; set; }

    public required string ReaderName { get; set; }

    public DateTime ReadAt { get; set; }

    public Guid RowId => Id;
}

public static class HandoverSets
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Words = "handover_line.words";

    extension(GroupDb db)
    {
        public DbSet<Handover> Handovers => db.Set<Handover>();

        public DbSet<HandoverLine> HandoverLines => db.Set<HandoverLine>();

        public DbSet<HandoverRead> HandoverReads => db.Set<HandoverRead>();
    }
}

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverLine>, IEntityTypeConfiguration<HandoverRead>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.SignedAt);
        builder.HasIndex(h => new { h.WrittenById, h.SignedAt });
    }

    public void Configure(EntityTypeBuilder<HandoverLine> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.HandoverId);
        builder.HasIndex(l => l.PersonId);
        builder.HasOne<Handover>().WithMany().HasForeignKey(l => l.HandoverId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HandoverRead> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.HandoverId, r.ReaderId }).IsUnique();
    }
}
