using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>Contacts of a month and kind: what one batch added (or took away). A job folds a month's rows into one.</summary>
public sealed class ContactMonth
{
    public Guid Id { get; set; }

    public Month Month { get; set; }

    public ContactKind Kind { get; set; }

    public int Contacts { get; set; }

    public long Minutes { get; set; }

    /// <summary>Contacts of which nobody noted how long they were.</summary>
    public int MinutesUnknown { get; set; }
}

/// <summary>Answered calls of one person in one month. Distinct people and bands do not add up over months, so they are kept by person.</summary>
public sealed class PersonMonth
{
    /// <summary>Stands for all months together: who had how many calls, ever, is not to be added up from every month there was.</summary>
    public static Month All => default;

    public PersonId PersonId { get; set; }

    public Month Month { get; set; }

    public int Calls { get; set; }

    public int Contacts { get; set; }
}

/// <summary>Spells opened and closed on a day, as batches added them: their running sum is how many are open.</summary>
public sealed class SpellDay
{
    public Guid Id { get; set; }

    public DateOnly Day { get; set; }

    public int Opened { get; set; }

    public int Closed { get; set; }
}

/// <summary>Referrals of a day, by what they are in the count, what came of them and who referred, as batches added them.</summary>
public sealed class ReferralDay
{
    public Guid Id { get; set; }

    public DateOnly Day { get; set; }

    public ReferralKind Kind { get; set; }

    public ReferralOutcome Outcome { get; set; }

    /// <summary>An entry of the group's list of referring teams; null when nobody said.</summary>
    public string? Team { get; set; }

    public int Referrals { get; set; }
}

public enum FactorFigure
{
    /// <summary>People of whom the referrer named it.</summary>
    Referrer,

    /// <summary>People of whom peers heard it.</summary>
    Peers,

    /// <summary>… and the referrer did not name it.</summary>
    Gap,

    /// <summary>People of whom the referrer named anything; of no factor, as what follows.</summary>
    ReferrerPeople,

    /// <summary>People of whom peers heard anything.</summary>
    PeerPeople,

    /// <summary>People of whom the referrer named anxiety or depression and nothing else.</summary>
    Alone,

    /// <summary>… and something else.</summary>
    Plus,
}

/// <summary>People who count from a day on, by what weighs on them and who says so, as batches added them.</summary>
public sealed class FactorDay
{
    public Guid Id { get; set; }

    public DateOnly Day { get; set; }

    public FactorFigure Figure { get; set; }

    /// <summary>The code of the factor; empty where the figure is of none.</summary>
    public required string Factor { get; set; }

    public int People { get; set; }
}

/// <summary>When the person of a referral that was taken on was first tried, and first spoken with, in the spell it opened. No row: not tried yet.</summary>
public sealed class ReferralReach
{
    public ReferralId ReferralId { get; set; }

    public DateTime TriedAt { get; set; }

    public DateTime? AnsweredAt { get; set; }
}

/// <summary>People referred in a month, by gender in their own words and the month in which they were referred before, as batches added them.</summary>
public sealed class ReferredMonth
{
    /// <summary>Stands for the month before somebody's first.</summary>
    public static Month Never => default;

    public Guid Id { get; set; }

    public Month Month { get; set; }

    public Month Earlier { get; set; }

    /// <summary>As they said it; empty when they did not.</summary>
    public required string Gender { get; set; }

    public int People { get; set; }
}

/// <summary>
/// Waits of the referrals of a month, worked out once and read until one of them changes: medians do not add up, and a million waits are
/// long to read. A job works out the months that are not.
/// </summary>
public sealed class WaitMonth
{
    public Month Month { get; set; }

    /// <summary>One more with each batch that changed a wait of the month: what was worked out before it is thrown away with it.</summary>
    public long Changes { get; set; }

    /// <summary>Which opening hours it was worked out with.</summary>
    public byte[]? Hours { get; set; }

    /// <summary>As <c>Monitoring.WaitSums</c> packs them; null while nobody worked them out.</summary>
    public byte[]? Waits { get; set; }
}

public static class KeptSets
{
    extension(GroupDb db)
    {
        public DbSet<ContactMonth> ContactMonths => db.Set<ContactMonth>();

        public DbSet<PersonMonth> PersonMonths => db.Set<PersonMonth>();

        public DbSet<SpellDay> SpellDays => db.Set<SpellDay>();

        public DbSet<ReferralDay> ReferralDays => db.Set<ReferralDay>();

        public DbSet<FactorDay> FactorDays => db.Set<FactorDay>();

        public DbSet<ReferralReach> Reaches => db.Set<ReferralReach>();

        public DbSet<ReferredMonth> ReferredMonths => db.Set<ReferredMonth>();

        public DbSet<WaitMonth> WaitMonths => db.Set<WaitMonth>();
    }
}

internal sealed class KeptMapping :
    IEntityTypeConfiguration<ContactMonth>, IEntityTypeConfiguration<PersonMonth>, IEntityTypeConfiguration<SpellDay>, IEntityTypeConfiguration<ReferralDay>,
    IEntityTypeConfiguration<FactorDay>, IEntityTypeConfiguration<ReferralReach>, IEntityTypeConfiguration<ReferredMonth>, IEntityTypeConfiguration<WaitMonth>
{
    public void Configure(EntityTypeBuilder<ContactMonth> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.Month);
    }

    public void Configure(EntityTypeBuilder<PersonMonth> builder)
    {
        builder.HasKey(m => new { m.Month, m.PersonId });
        builder.HasIndex(m => new { m.Month, m.Calls }).HasFilter("month = 0");
    }

    public void Configure(EntityTypeBuilder<SpellDay> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Day);
    }

    public void Configure(EntityTypeBuilder<ReferralDay> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Day);
    }

    public void Configure(EntityTypeBuilder<ReferralReach> builder) => builder.HasKey(r => r.ReferralId);

    public void Configure(EntityTypeBuilder<FactorDay> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Day);
    }

    public void Configure(EntityTypeBuilder<ReferredMonth> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.Month);
    }

    public void Configure(EntityTypeBuilder<WaitMonth> builder)
    {
        builder.HasKey(m => m.Month);
        builder.Property(m => m.Month).ValueGeneratedNever();
    }
}
