using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.FollowUp;

public static class FollowUpSets
{
    extension(GroupDb db)
    {
        public DbSet<Promise> Promises => db.Set<Promise>();

        public DbSet<PeerTie> PeerTies => db.Set<PeerTie>();

        public DbSet<SupportTask> SupportTasks => db.Set<SupportTask>();

        public DbSet<Agreement> Agreements => db.Set<Agreement>();

        public DbSet<Rhythm> Rhythms => db.Set<Rhythm>();

        public DbSet<PlanVersion> PlanVersions => db.Set<PlanVersion>();

        public DbSet<FollowUpRules> FollowUpRules => db.Set<FollowUpRules>();

        public DbSet<OwnPageInvitation> OwnPageInvitations => db.Set<OwnPageInvitation>();

        public DbSet<PersonOffer> PersonOffers => db.Set<PersonOffer>();
    }
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<PeerTie>, IEntityTypeConfiguration<SupportTask>
{
    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.State, p.DueOn });
        builder.HasIndex(p => new { p.PeerId, p.State, p.DueOn });
        builder.HasIndex(p => p.PersonId);
        builder.HasIndex(p => p.ForId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PeerTie> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.PeerId, t.Until });
        builder.HasIndex(t => new { t.PersonId, t.Kind }).IsUnique().HasFilter("until IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SupportTask> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.PersonId, t.State });
        builder.HasIndex(t => new { t.State, t.PeerId });
        builder.HasIndex(t => t.ForId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgreedMapping : IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<Rhythm>, IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.PersonId, a.Until });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Rhythm> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.PersonId, r.EndedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.PersonId, p.MadeAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OwnPageMapping : IEntityTypeConfiguration<FollowUpRules>, IEntityTypeConfiguration<OwnPageInvitation>, IEntityTypeConfiguration<PersonOffer>
{
    public void Configure(EntityTypeBuilder<FollowUpRules> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OwnPageInvitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PersonOffer> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
