using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Visitors;

/// <summary>Somebody who came to the building: there until they leave, and then an entry of the diary.</summary>
public sealed class Visit : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Empty for somebody nobody knows.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>What they like to be called, when nobody knows them; nobody has to say more.</summary>
    public Sealed? FirstName { get; set; }

    public Guid? SiteId { get; set; }

    public DateTime ArrivedAt { get; set; }

    public DateTime? LeftAt { get; set; }

    /// <summary>The diary entry it became.</summary>
    public Guid? ContactId { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class VisitSets
{
    extension(GroupDb db)
    {
        public DbSet<Visit> Visits => db.Set<Visit>();
    }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => v.LeftAt);
        builder.HasIndex(v => v.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
