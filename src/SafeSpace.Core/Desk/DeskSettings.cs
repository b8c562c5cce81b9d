using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>What a group decided about its desk. One row; until there is one, these values hold.</summary>
public sealed class DeskSettings : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000003");

    public Guid Id { get; set; } = OnlyId;

    /// <summary>So many minutes after a promise was due, with nobody who rang, the supervisor is asked too.</summary>
    public int ClimbMinutes { get; set; } = 60;

    public TimeSpan DeskHas => TimeSpan.FromMinutes(ClimbMinutes);

    /// <summary>A peer's status that nobody touched for so many minutes says "not heard since".</summary>
    public int QuietMinutes { get; set; } = 45;

    /// <summary>Whom to ask when somebody waits behind the wall and no keyholder is on: another group, the crisis team. In the group's words.</summary>
    public string? NoKeyholder { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    /// <summary>Nobody heard from a peer for a while.</summary>
    /// <param name="heardAt">UTC; null when never.</param>
    public bool IsQuiet(DateTime? heardAt, DateTime now) => heardAt is not { } heard || now - heard > TimeSpan.FromMinutes(QuietMinutes);

    /// <summary>What the group decided, or what holds until it does.</summary>
    public static async Task<DeskSettings> ReadAsync(GroupDb db) => await db.DeskSettings.AsNoTracking().SingleOrDefaultAsync() ?? new DeskSettings();
}

/// <summary>What the contract plans for each month, from one month on until the next plan begins.</summary>
public sealed class ContractPlan : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public Month From { get; set; }

    public int Calls { get; set; }

    public int Visits { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

public static class DeskSets
{
    extension(GroupDb db)
    {
        public DbSet<DeskSettings> DeskSettings => db.Set<DeskSettings>();

        public DbSet<ContractPlan> ContractPlans => db.Set<ContractPlan>();
    }
}

internal sealed class DeskMapping : IEntityTypeConfiguration<DeskSettings>, IEntityTypeConfiguration<ContractPlan>
{
    public void Configure(EntityTypeBuilder<DeskSettings> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ContractPlan> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.From).IsUnique();
    }
}

/// <summary>Changes what the group decided about its desk.</summary>
public sealed class DeskSettingsService(GroupStore store)
{
    /// <param name="seen">The version when the form was filled in; empty when nothing was decided yet.</param>
    /// <exception cref="StaleVersionException">Somebody else changed it meanwhile.</exception>
    public Task SetAsync(int climbMinutes, int quietMinutes, string? noKeyholder, Guid seen, Actor by) => store.Write("DeskSettingsChanged", by, async unit =>
    {
        var settings = await unit.Db.DeskSettings.SingleOrDefaultAsync();
        if ((settings?.Version ?? Guid.Empty) != seen)
            throw new StaleVersionException();
        if (settings is null)
            unit.Db.DeskSettings.Add(settings = new DeskSettings());
        (settings.ClimbMinutes, settings.QuietMinutes, settings.NoKeyholder) = (climbMinutes, quietMinutes, string.IsNullOrWhiteSpace(noKeyholder) ? null : noKeyholder.Trim());
    });

    /// <summary>A plan from a month on; in place of one that began in that very month.</summary>
    public Task PlanAsync(Month from, int calls, int visits, Actor by) => store.Write("ContractPlanned", by, async unit =>
    {
        if (await unit.Db.ContractPlans.SingleOrDefaultAsync(p => p.From == from) is not { } plan)
            unit.Db.ContractPlans.Add(plan = new ContractPlan { Id = Ids.New(), From = from });
        (plan.Calls, plan.Visits) = (calls, visits);
    });
}
