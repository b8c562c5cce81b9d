using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Connections;

public static class ConnectionSets
{
    extension(GroupDb db)
    {
        public DbSet<Partner> Partners => db.Set<Partner>();

        public DbSet<Connection> Connections => db.Set<Connection>();

        public DbSet<Appointment> Appointments => db.Set<Appointment>();

        public DbSet<ConnectionRules> ConnectionRules => db.Set<ConnectionRules>();

        public DbSet<Counsellor> Counsellors => db.Set<Counsellor>();

        public DbSet<CounsellingSlot> CounsellingSlots => db.Set<CounsellingSlot>();

        public DbSet<PassedBack> PassedBack => db.Set<PassedBack>();

        public DbSet<PassedBackTold> PassedBackTold => db.Set<PassedBackTold>();

        public DbSet<HospitalStay> HospitalStays => db.Set<HospitalStay>();

        public DbSet<Ask> Asks => db.Set<Ask>();

        public DbSet<HelpOffer> HelpOffers => db.Set<HelpOffer>();

        public DbSet<Cause> Causes => db.Set<Cause>();

        public DbSet<CauseDeadline> CauseDeadlines => db.Set<CauseDeadline>();

        public DbSet<UnmetNeed> UnmetNeeds => db.Set<UnmetNeed>();
    }
}

internal sealed class ConnectionMapping : IEntityTypeConfiguration<Connection>, IEntityTypeConfiguration<Appointment>, IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => new { c.PartnerId, c.State });
        builder.HasIndex(c => new { c.State, c.OfferDueOn });
        builder.HasIndex(c => c.AskedOn);
        builder.HasIndex(c => c.AnsweredOn);
        builder.HasIndex(c => c.FirstKeptOn);
        builder.HasIndex(c => c.EndedOn);
        builder.HasOne<Partner>().WithMany().HasForeignKey(c => c.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.ConnectionId);
        builder.HasIndex(a => a.PersonId);
        builder.HasOne<Connection>().WithMany().HasForeignKey(a => a.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.ImportedId).IsUnique();
    }
}

internal sealed class CounsellingMapping : IEntityTypeConfiguration<ConnectionRules>, IEntityTypeConfiguration<Counsellor>, IEntityTypeConfiguration<CounsellingSlot>
{
    public void Configure(EntityTypeBuilder<ConnectionRules> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Counsellor> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<CounsellingSlot> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.StartsAt);
        builder.HasOne<Counsellor>().WithMany().HasForeignKey(s => s.CounsellorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PassingBackMapping : IEntityTypeConfiguration<PassedBack>, IEntityTypeConfiguration<PassedBackTold>, IEntityTypeConfiguration<HospitalStay>
{
    public void Configure(EntityTypeBuilder<PassedBack> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.PersonId);
        builder.HasIndex(p => p.ClosedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PassedBackTold> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.PassedBackId);
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HospitalStay> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.HomeAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AskMapping : IEntityTypeConfiguration<Ask>, IEntityTypeConfiguration<HelpOffer>, IEntityTypeConfiguration<UnmetNeed>
{
    public void Configure(EntityTypeBuilder<Ask> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.State);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HelpOffer> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.PersonId);
        builder.HasIndex(o => o.EndedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UnmetNeed> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => u.PersonId);
        builder.HasIndex(u => u.Day);
        builder.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CauseMapping : IEntityTypeConfiguration<Cause>, IEntityTypeConfiguration<CauseDeadline>
{
    public void Configure(EntityTypeBuilder<Cause> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => c.EndedOn);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CauseDeadline> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.CauseId);
        builder.HasIndex(d => d.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
