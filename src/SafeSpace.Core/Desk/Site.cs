using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Desk;

/// <summary>A place a group opens.</summary>
public sealed class Site : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>It is not used any more; what happened there stands.</summary>
    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

public static class SiteSets
{
    extension(GroupDb db)
    {
        public DbSet<Site> Sites => db.Set<Site>();
    }
}

internal sealed class SiteMapping : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
