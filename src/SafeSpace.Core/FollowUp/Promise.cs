using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum PromiseState
{
    Open,
    Kept,
    Moved,
    Released,
}

/// <summary>A call or visit somebody was told to expect.</summary>
public sealed class Promise : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Who promised; empty when anybody on shift may keep it.</summary>
    public UserId? PeerId { get; set; }

    /// <summary>Due on this day; at this moment, when a time was said.</summary>
    public DateOnly DueOn { get; set; }

    public DateTime? DueAt { get; set; }

    /// <summary>A visit rather than a call.</summary>
    public bool Visit { get; set; }

    public PromiseState State { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId? MadeById { get; set; }

    public Guid? MadeInContactId { get; set; }

    public Guid? KeptByContactId { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Why it was moved or released.</summary>
    public Sealed? Words { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>Why somebody is "mine": a peer claimed the person, or has them on the step-down list.</summary>
public enum TieKind
{
    Claimed,
    StepDown,
}

/// <summary>A peer's tie to a person, while it lasts.</summary>
public sealed class PeerTie : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public UserId PeerId { get; set; }

    public TieKind Kind { get; set; }

    public DateTime From { get; set; }

    public DateTime? Until { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class FollowUpSets
{
    extension(GroupDb db)
    {
        public DbSet<Promise> Promises => db.Set<Promise>();

        public DbSet<PeerTie> PeerTies => db.Set<PeerTie>();
    }
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<PeerTie>
{
    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.State, p.DueOn });
        builder.HasIndex(p => new { p.PeerId, p.State, p.DueOn });
        builder.HasIndex(p => p.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PeerTie> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.PeerId, t.Until });
        builder.HasIndex(t => new { t.PersonId, t.Kind }).IsUnique().HasFilter("until IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
