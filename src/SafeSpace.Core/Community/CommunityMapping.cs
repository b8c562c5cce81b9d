using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Community;

public static class CommunitySets
{
    extension(GroupDb db)
    {
        public DbSet<Member> Members => db.Set<Member>();

        public DbSet<CentreSignIn> CentreSignIns => db.Set<CentreSignIn>();

        public DbSet<SupportLevel> SupportLevels => db.Set<SupportLevel>();

        public DbSet<SupportLevelMonth> SupportLevelMonths => db.Set<SupportLevelMonth>();

        public DbSet<DoorAddress> DoorAddresses => db.Set<DoorAddress>();
    }
}

internal sealed class CommunityMapping :
    IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<CentreSignIn>, IEntityTypeConfiguration<SupportLevel>,
    IEntityTypeConfiguration<SupportLevelMonth>, IEntityTypeConfiguration<DoorAddress>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Number).IsUnique();
        builder.HasIndex(m => m.Card).IsUnique();
        builder.HasIndex(m => m.NameKey);
        builder.HasIndex(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<CentreSignIn> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.Day, s.At });
        builder.HasIndex(s => new { s.MemberId, s.Day });
        builder.HasIndex(s => new { s.PersonId, s.Day });
        // For the coordinator's later "a day or half a day?": few rows, whatever the book holds.
        builder.HasIndex(s => new { s.Session, s.Day });
    }

    public void Configure(EntityTypeBuilder<SupportLevel> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => new { l.Month, l.NameKey }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SupportLevelMonth> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.Month).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DoorAddress> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.SecretHash).IsUnique();
    }
}
