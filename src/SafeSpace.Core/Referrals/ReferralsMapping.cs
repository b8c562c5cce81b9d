using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Referrals;

public static class ReferralsSets
{
    extension(GroupDb db)
    {
        public DbSet<Referral> Referrals => db.Set<Referral>();

        public DbSet<OwedItem> OwedItems => db.Set<OwedItem>();
    }
}

internal sealed class ReferralsMapping : IEntityTypeConfiguration<Referral>, IEntityTypeConfiguration<OwedItem>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.PersonId, r.Day });
        builder.HasIndex(r => r.Day);
        builder.HasIndex(r => new { r.Outcome, r.ReceivedAt });
        builder.HasIndex(r => new { r.ReferrerId, r.ReceivedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OwedItem> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => o.PersonId);
        builder.HasOne<Referral>().WithMany().HasForeignKey(o => o.ReferralId).OnDelete(DeleteBehavior.Restrict);
    }
}
