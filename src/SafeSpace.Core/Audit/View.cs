using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Audit;

/// <summary>Somebody looked: at one person's record, or at a list in which people stood.</summary>
public sealed class View
{
    public Guid Id { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>Which page or endpoint, by its short name: "person", "register", "api/people".</summary>
    public required string Surface { get; set; }

    public int Shown { get; set; }
}

/// <summary>A person who stood on a page that was looked at.</summary>
public sealed class ViewedPerson
{
    public PersonId PersonId { get; set; }

    public Guid ViewId { get; set; }
}

public static class AuditSets
{
    extension(GroupDb db)
    {
        public DbSet<View> Views => db.Set<View>();

        public DbSet<ViewedPerson> ViewedPeople => db.Set<ViewedPerson>();
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<View>, IEntityTypeConfiguration<ViewedPerson>
{
    public void Configure(EntityTypeBuilder<View> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => v.At);
    }

    public void Configure(EntityTypeBuilder<ViewedPerson> builder) => builder.HasKey(v => new { v.PersonId, v.ViewId });
}
