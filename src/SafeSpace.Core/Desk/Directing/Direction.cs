using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Directing;

public enum DirectionState
{
    /// <summary>The peer sees "yours" and has not answered.</summary>
    Given,
    Accepted,
    HandedBack,

    /// <summary>The desk gave it to somebody else, or took it back; or who had it left.</summary>
    TakenBack,

    /// <summary>They spoke; or a caller nobody knows was seen to, or given to another.</summary>
    Done,
}

/// <summary>A person, or a call that came in, given to a peer.</summary>
public sealed class Direction : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Empty for a caller nobody knows.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>Who a caller nobody knows said they are, and how to ring back.</summary>
    public Sealed? Caller { get; set; }

    public UserId PeerId { get; set; }

    /// <summary>A promise that goes over to the peer who takes it on.</summary>
    public Guid? PromiseId { get; set; }

    /// <summary>A word from the desk.</summary>
    public Sealed? Note { get; set; }

    public DirectionState State { get; set; }

    public DateTime GivenAt { get; set; }

    public UserId? GivenById { get; set; }

    public DateTime? AcceptedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>A word why it was handed back, if there was one.</summary>
    public Sealed? BackWords { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>What somebody asked for in who rings them, in their own words. The machine puts it beside what peers say of themselves; people choose.</summary>
public sealed class AskedFor : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>"a woman"; empty: it does not matter.</summary>
    public string? Gender { get; set; }

    public string? Language { get; set; }

    public bool NotANeighbour { get; set; }

    public Sealed? Words { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class DirectingSets
{
    extension(GroupDb db)
    {
        public DbSet<Direction> Directions => db.Set<Direction>();

        public DbSet<AskedFor> AskedFor => db.Set<AskedFor>();
    }
}

internal sealed class DirectingMapping : IEntityTypeConfiguration<Direction>, IEntityTypeConfiguration<AskedFor>
{
    public void Configure(EntityTypeBuilder<Direction> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.PersonId).IsUnique().HasFilter("ended_at IS NULL");
        builder.HasIndex(d => d.PersonId, "ix_direction_of_person");
        builder.HasIndex(d => d.EndedAt);
        builder.HasIndex(d => new { d.PeerId, d.EndedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AskedFor> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
