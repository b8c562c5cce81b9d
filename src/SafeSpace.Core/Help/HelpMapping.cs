using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Help;

public static class HelpSets
{
    extension(GroupDb db)
    {
        public DbSet<SupportItem> SupportItems => db.Set<SupportItem>();

        public DbSet<Pot> Pots => db.Set<Pot>();

        public DbSet<PotEntry> PotEntries => db.Set<PotEntry>();

        public DbSet<HelpGiven> HelpGiven => db.Set<HelpGiven>();

        public DbSet<ReceiptPhoto> ReceiptPhotos => db.Set<ReceiptPhoto>();

        public DbSet<PurseClaim> PurseClaims => db.Set<PurseClaim>();

        public DbSet<VoucherScheme> VoucherSchemes => db.Set<VoucherScheme>();

        public DbSet<VoucherRule> VoucherRules => db.Set<VoucherRule>();

        public DbSet<Voucher> Vouchers => db.Set<Voucher>();

        public DbSet<Household> Households => db.Set<Household>();

        public DbSet<HouseholdMember> HouseholdMembers => db.Set<HouseholdMember>();

        public DbSet<StockItem> Stock => db.Set<StockItem>();

        public DbSet<StockMove> StockMoves => db.Set<StockMove>();

        public DbSet<DeliveryRound> DeliveryRounds => db.Set<DeliveryRound>();

        public DbSet<DeliveryStop> DeliveryStops => db.Set<DeliveryStop>();

        public DbSet<DoorstepNote> DoorstepNotes => db.Set<DoorstepNote>();
    }
}

/// <summary>The sealed columns, as the vault names them.</summary>
public static class HelpColumns
{
    public const string Help = "help_given.words";
    public const string Entry = "pot_entry.words";
    public const string Claim = "purse_claim.words";
    public const string ClaimAnswer = "purse_claim.answer";
    public const string Beyond = "voucher.beyond";
    public const string Move = "stock_move.words";
    public const string AddressThen = "delivery_stop.address_then";
    public const string Stop = "delivery_stop.words";
    public const string Diet = "doorstep_note.diet";
    public const string Doorstep = "doorstep_note.doorstep";
    public const string NotToSay = "doorstep_note.not_to_say";
    public const string Picture = "receipt_photo.picture";
}

internal sealed class MoneyHelpMapping :
    IEntityTypeConfiguration<SupportItem>, IEntityTypeConfiguration<Pot>, IEntityTypeConfiguration<PotEntry>, IEntityTypeConfiguration<HelpGiven>,
    IEntityTypeConfiguration<ReceiptPhoto>, IEntityTypeConfiguration<PurseClaim>
{
    public void Configure(EntityTypeBuilder<SupportItem> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Pot> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PotEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.PotId, e.At });
        builder.HasIndex(e => e.HelpId);
        builder.HasIndex(e => e.ClaimId);
        builder.HasIndex(e => e.PersonId);
        builder.HasOne<Pot>().WithMany().HasForeignKey(e => e.PotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HelpGiven> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => new { h.PersonId, h.At });
        builder.HasIndex(h => new { h.State, h.Day });
        builder.HasIndex(h => h.ContactId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pot>().WithMany().HasForeignKey(h => h.PotId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReceiptPhoto> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.OfId);
        builder.HasIndex(r => r.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PurseClaim> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.State, c.AskedAt });
        builder.HasIndex(c => new { c.PeerId, c.AskedAt });
        builder.HasIndex(c => c.EndedAt);
    }
}

internal sealed class GoodsMapping :
    IEntityTypeConfiguration<VoucherScheme>, IEntityTypeConfiguration<VoucherRule>, IEntityTypeConfiguration<Voucher>, IEntityTypeConfiguration<Household>,
    IEntityTypeConfiguration<HouseholdMember>, IEntityTypeConfiguration<StockItem>, IEntityTypeConfiguration<StockMove>,
    IEntityTypeConfiguration<DeliveryRound>, IEntityTypeConfiguration<DeliveryStop>, IEntityTypeConfiguration<DoorstepNote>
{
    public void Configure(EntityTypeBuilder<VoucherScheme> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<VoucherRule> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.SchemeId, r.From });
    }

    public void Configure(EntityTypeBuilder<Voucher> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => new { v.PersonId, v.Day });
        builder.HasIndex(v => new { v.HouseholdId, v.Day });
        builder.HasIndex(v => new { v.State, v.GoodUntil });
        builder.HasIndex(v => new { v.SchemeId, v.Day });
        builder.HasIndex(v => new { v.Day, v.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Household> builder) => builder.Property(h => h.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<HouseholdMember> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.HouseholdId, m.Until });
        builder.HasIndex(m => new { m.PersonId, m.Until });
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StockItem> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<StockMove> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.StockId, m.At });
        builder.HasIndex(m => m.HelpId);
        builder.HasIndex(m => m.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DeliveryRound> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Day, r.Id });
        builder.HasIndex(r => new { r.DriverId, r.DoneAt });
        builder.HasIndex(r => new { r.DoneAt, r.Day });
    }

    public void Configure(EntityTypeBuilder<DeliveryStop> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.RoundId, s.Position });
        builder.HasIndex(s => s.HelpId);
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DoorstepNote> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.PersonId, n.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
