using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Consents;

/// <summary>What somebody's record or words may be used for. Each is asked for itself.</summary>
public enum UseOfRecord
{
    /// <summary>Telling other services about them.</summary>
    OtherServices,

    /// <summary>Telling the team that referred them how it goes.</summary>
    ReferringTeam,

    /// <summary>Their words in what we publish.</summary>
    PublishedWords,

    /// <summary>Their file among those drawn and read, to see how well we work.</summary>
    FileReview,

    /// <summary>Research.</summary>
    Research,

    /// <summary>Being asked afterwards how it was.</summary>
    BeingAsked,
}

public enum Answered
{
    Agrees,
    Objects,
}

/// <summary>What somebody said about one use, on which day. The newest that stands is their word; it can be taken back.</summary>
public sealed class Consent : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public UseOfRecord Use { get; set; }

    public Answered Answer { get; set; }

    public DateOnly SaidOn { get; set; }

    /// <summary>How they said it: on the phone, in a letter, through somebody.</summary>
    public Sealed? How { get; set; }

    public DateTime NotedAt { get; set; }

    public UserId? NotedById { get; set; }

    public required string NotedByName { get; set; }

    /// <summary>Taken back, or another answer came.</summary>
    public DateTime? EndedAt { get; set; }

    public string? EndedByName { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class ConsentSets
{
    public const string How = "consent.how";

    extension(GroupDb db)
    {
        public DbSet<Consent> Consents => db.Set<Consent>();

        /// <summary>Who said no to a use, and has not taken it back.</summary>
        public IQueryable<PersonId> ObjectTo(UseOfRecord use) =>
            db.Set<Consent>().Where(c => c.Use == use && c.Answer == Answered.Objects && c.EndedAt == null).Select(c => c.PersonId);

        public Task<bool> ObjectsAsync(PersonId person, UseOfRecord use) =>
            db.Set<Consent>().AnyAsync(c => c.PersonId == person && c.Use == use && c.Answer == Answered.Objects && c.EndedAt == null);
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.PersonId, c.Use });
        builder.HasIndex(c => new { c.Use, c.Answer, c.EndedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
