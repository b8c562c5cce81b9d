using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Diary;

public static class DiarySets
{
    extension(GroupDb db)
    {
        public DbSet<Contact> Contacts => db.Set<Contact>();

        public DbSet<CallUnderWay> CallsUnderWay => db.Set<CallUnderWay>();
    }
}

internal sealed class DiaryMapping : IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<CallUnderWay>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        // Of two nodes that correct it, join it to somebody or merge its person in the same moment, one begins again.
        builder.Property(c => c.CorrectedById).IsConcurrencyToken();
        builder.Property(c => c.PersonId).IsConcurrencyToken();
        builder.HasIndex(c => new { c.PersonId, c.At });
        builder.HasIndex(c => c.At);
        builder.HasIndex(c => new { c.PeerId, c.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CallUnderWay> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.EndedAt, c.PeerId });
        builder.HasIndex(c => c.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
