using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Retention;

/// <summary>Kinds of record, by what their time is counted from.</summary>
public enum KindOfRecord
{
    /// <summary>Counted from the day the case was last closed.</summary>
    ClosedCase,

    /// <summary>Referred and never taken on: counted from the last referral.</summary>
    NeverTakenOn,

    /// <summary>In the register and never referred: counted from the day they were added.</summary>
    OnlyKnown,

    /// <summary>Somebody who has died: counted from the day we were told.</summary>
    Died,
}

/// <summary>How long a kind of record is kept. Until the group agrees, it is a proposal.</summary>
public sealed class RetentionRule : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public KindOfRecord Kind { get; set; }

    public int Months { get; set; }

    /// <summary>Who agreed to it, and when.</summary>
    public string? AgreedBy { get; set; }

    public DateOnly? AgreedOn { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    /// <summary>What we propose. It is no legal advice: agree it in your group.</summary>
    public static int Proposed(KindOfRecord kind) => kind switch
    {
        KindOfRecord.ClosedCase or KindOfRecord.Died => 96,
        KindOfRecord.NeverTakenOn => 24,
        _ => 12,
    };
}

/// <summary>A record that must not be erased: a court, an inquest, an inquiry. Nothing is erased while it stands.</summary>
public sealed class LegalHold : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? Why { get; set; }

    public DateTime SetAt { get; set; }

    public UserId? SetById { get; set; }

    public required string SetByName { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndedByName { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>Somebody looked at a record whose time was up, and decided to keep it until a day.</summary>
public sealed class KeptLonger : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public DateOnly Until { get; set; }

    public Sealed? Why { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class RetentionSets
{
    public const string HoldWhy = "legal_hold.why";

    public const string KeptWhy = "kept_longer.why";

    extension(GroupDb db)
    {
        public DbSet<RetentionRule> RetentionRules => db.Set<RetentionRule>();

        public DbSet<LegalHold> LegalHolds => db.Set<LegalHold>();

        public DbSet<KeptLonger> KeptLonger => db.Set<KeptLonger>();
    }
}

internal sealed class RetentionMapping : IEntityTypeConfiguration<RetentionRule>, IEntityTypeConfiguration<LegalHold>, IEntityTypeConfiguration<KeptLonger>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Kind).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => new { h.PersonId, h.EndedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<KeptLonger> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => new { k.PersonId, k.Until });
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
