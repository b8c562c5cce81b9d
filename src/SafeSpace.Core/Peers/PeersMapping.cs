using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Peers;

public static class PeersSets
{
    extension(GroupDb db)
    {
        public DbSet<Shift> Shifts => db.Set<Shift>();

        public DbSet<ShiftPlace> ShiftPlaces => db.Set<ShiftPlace>();
    }
}

internal sealed class PeersMapping : IEntityTypeConfiguration<Shift>, IEntityTypeConfiguration<ShiftPlace>
{
    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.EndsAt);
    }

    public void Configure(EntityTypeBuilder<ShiftPlace> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.ShiftId);
        builder.HasIndex(p => new { p.PeerId, p.SignedOffAt });
        builder.HasOne<Shift>().WithMany().HasForeignKey(p => p.ShiftId).OnDelete(DeleteBehavior.Restrict);
    }
}
