using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.KeepingApart;

/// <summary>Two people who must not be put together. Why is sealed, and for the supervisor alone.</summary>
public sealed class KeepApart : IRecorded
{
    public Guid Id { get; set; }

    public Sealed? Why { get; set; }

    public DateTime From { get; set; }

    public UserId? SetById { get; set; }

    public DateTime? Until { get; set; }

    public Guid RowId => Id;
}

/// <summary>One of the two: a person of the register, or a colleague by their account. A row of its own, so that it moves when records are joined.</summary>
public sealed class KeepApartSide : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid KeepApartId { get; set; }

    public PersonId? PersonId { get; set; }

    public UserId? UserId { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class KeepApartSets
{
    extension(GroupDb db)
    {
        public DbSet<KeepApart> KeptApart => db.Set<KeepApart>();

        public DbSet<KeepApartSide> KeepApartSides => db.Set<KeepApartSide>();
    }
}

internal sealed class KeepApartMapping : IEntityTypeConfiguration<KeepApart>, IEntityTypeConfiguration<KeepApartSide>
{
    public void Configure(EntityTypeBuilder<KeepApart> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => k.Until);
    }

    public void Configure(EntityTypeBuilder<KeepApartSide> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.KeepApartId);
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.UserId);
        builder.HasOne<KeepApart>().WithMany().HasForeignKey(s => s.KeepApartId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
