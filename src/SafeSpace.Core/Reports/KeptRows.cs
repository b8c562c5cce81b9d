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

public static class KeptSets
{
    extension(GroupDb db)
    {
        public DbSet<ContactMonth> ContactMonths => db.Set<ContactMonth>();

        public DbSet<PersonMonth> PersonMonths => db.Set<PersonMonth>();

        public DbSet<SpellDay> SpellDays => db.Set<SpellDay>();

        public DbSet<ReferralDay> ReferralDays => db.Set<ReferralDay>();
    }
}

internal sealed class KeptMapping :
    IEntityTypeConfiguration<ContactMonth>, IEntityTypeConfiguration<PersonMonth>, IEntityTypeConfiguration<SpellDay>, IEntityTypeConfiguration<ReferralDay>
{
    public void Configure(EntityTypeBuilder<ContactMonth> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.Month);
    }

    public void Configure(EntityTypeBuilder<PersonMonth> builder) => builder.HasKey(m => new { m.Month, m.PersonId });

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
}
