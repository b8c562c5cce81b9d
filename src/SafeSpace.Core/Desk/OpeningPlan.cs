using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Desk;

/// <summary>The week a group or one of its sites keeps from a day on, until the next plan begins.</summary>
public sealed class OpeningPlan : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Whose week; empty is the whole group's.</summary>
    public Guid? SiteId { get; set; }

    public DateOnly From { get; set; }

    /// <summary>As <see cref="OpeningWeek.ToText"/> writes it.</summary>
    public required string Week { get; set; }

    /// <summary>It was a mistake: it counts no more.</summary>
    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>A day on which the group or one of its sites is shut, whatever the week says.</summary>
public sealed class ClosedDay : IRecorded
{
    public Guid Id { get; set; }

    /// <summary>Empty: the whole group is shut, every site with it.</summary>
    public Guid? SiteId { get; set; }

    public DateOnly Day { get; set; }

    public string? Why { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid RowId => Id;
}

public static class OpeningSets
{
    extension(GroupDb db)
    {
        public DbSet<OpeningPlan> OpeningPlans => db.Set<OpeningPlan>();

        public DbSet<ClosedDay> ClosedDays => db.Set<ClosedDay>();
    }
}

internal sealed class OpeningMapping : IEntityTypeConfiguration<OpeningPlan>, IEntityTypeConfiguration<ClosedDay>
{
    public void Configure(EntityTypeBuilder<OpeningPlan> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.From);
    }

    public void Configure(EntityTypeBuilder<ClosedDay> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Day);
    }
}
