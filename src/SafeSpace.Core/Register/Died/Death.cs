using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Died;

/// <summary>We were told that somebody has died. While it stands, nothing is promised, sent or offered any more; taken back, everything that stopped goes on.</summary>
public sealed class Death : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>The day, where it is known.</summary>
    public DateOnly? DiedOn { get; set; }

    /// <summary>Who told us, and what the next of us should know; sealed.</summary>
    public Sealed? Words { get; set; }

    public DateTime SaidAt { get; set; }

    public UserId? SaidById { get; set; }

    public required string SaidByName { get; set; }

    /// <summary>It was a mistake.</summary>
    public DateTime? TakenBackAt { get; set; }

    public UserId? TakenBackById { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>Somebody who was told of the death, and by whom.</summary>
public sealed class DeathTold : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid DeathId { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Whom: "her sister", "the crisis team"; sealed.</summary>
    public Sealed? Whom { get; set; }

    public DateTime ToldAt { get; set; }

    /// <summary>By whom, as typed; the one who noted it when nobody is named.</summary>
    public required string ToldBy { get; set; }

    public UserId? NotedById { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>A row that the death stopped, and how it stood before: what taking it back puts right exactly.</summary>
public sealed class StoppedRow : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid DeathId { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Which step stopped it: "promise", "tie", "account", "case".</summary>
    public required string What { get; set; }

    public Guid StoppedId { get; set; }

    public DateTime? StartedAgainAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>A kind word to a peer who knew them: shown until read, to nobody else. Whether and when it was read is nobody's figure.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A notice.")]
public sealed class SadNews : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid DeathId { get; set; }

    public PersonId PersonId { get; set; }

    public UserId PeerId { get; set; }

    public DateTime MadeAt { get; set; }

    public DateTime? ReadAt { get; set; }

    /// <summary>It was a mistake, and they live: shown to whoever had read the news.</summary>
    public DateTime? MistakeAt { get; set; }

    public DateTime? MistakeReadAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class DiedSets
{
    extension(GroupDb db)
    {
        public DbSet<Death> Deaths => db.Set<Death>();

        public DbSet<DeathTold> DeathsTold => db.Set<DeathTold>();

        public DbSet<StoppedRow> StoppedRows => db.Set<StoppedRow>();

        public DbSet<SadNews> SadNews => db.Set<SadNews>();

        /// <summary>People to whom something can still be promised, sent or offered.</summary>
        public IQueryable<Person> LivingPeople => db.People.Where(p => p.DiedAt == null);
    }
}

/// <summary>The sealed columns, as the vault names them.</summary>
public static class DiedWords
{
    public const string Words = "death.words";

    public const string Whom = "death_told.whom";
}

internal sealed class DiedMapping : IEntityTypeConfiguration<Death>, IEntityTypeConfiguration<DeathTold>, IEntityTypeConfiguration<StoppedRow>, IEntityTypeConfiguration<SadNews>
{
    public void Configure(EntityTypeBuilder<Death> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DeathTold> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.DeathId);
        builder.HasIndex(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoppedRow> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.DeathId);
        builder.HasIndex(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SadNews> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.PeerId, d.ReadAt });
        builder.HasIndex(d => d.DeathId);
        builder.HasIndex(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
