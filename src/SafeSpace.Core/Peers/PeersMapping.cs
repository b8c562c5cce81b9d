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

        public DbSet<PeerProfile> PeerProfiles => db.Set<PeerProfile>();

        public DbSet<Debrief> Debriefs => db.Set<Debrief>();

        public DbSet<CoverSettings> CoverSettings => db.Set<CoverSettings>();

        public DbSet<FallbackPeer> FallbackPeers => db.Set<FallbackPeer>();

        public DbSet<CalendarLink> CalendarLinks => db.Set<CalendarLink>();

        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }
}

internal sealed class PeersMapping : IEntityTypeConfiguration<Shift>, IEntityTypeConfiguration<ShiftPlace>, IEntityTypeConfiguration<CoverSettings>, IEntityTypeConfiguration<FallbackPeer>
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
        builder.HasIndex(p => new { p.ShiftId, p.PeerId }).IsUnique().HasFilter("given_up_at IS NULL");
        builder.HasIndex(p => new { p.PeerId, p.SignedOffAt });
        builder.HasOne<Shift>().WithMany().HasForeignKey(p => p.ShiftId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CoverSettings> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<FallbackPeer> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.PeerId).IsUnique().HasFilter("ended_at IS NULL");
    }
}

internal sealed class PeerCareMapping : IEntityTypeConfiguration<PeerProfile>, IEntityTypeConfiguration<Debrief>, IEntityTypeConfiguration<CalendarLink>, IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<PeerProfile> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PeerId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Debrief> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.EndedAt, d.PeerId });
        builder.HasIndex(d => d.ContactId);
    }

    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.SecretHash).IsUnique();
        builder.HasIndex(l => l.PeerId).IsUnique().HasFilter("ended_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.UserId, r.Kind, r.AboutId }).IsUnique();
        builder.HasIndex(r => r.NextTryAt).HasFilter("sent_at IS NULL AND let_be_at IS NULL");
        builder.HasIndex(r => r.MadeAt);
    }
}
