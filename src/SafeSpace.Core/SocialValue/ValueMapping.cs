using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.SocialValue;

public static class ValueSets
{
    extension(GroupDb db)
    {
        public DbSet<LeaderHours> LeaderHours => db.Set<LeaderHours>();

        public DbSet<CrisisEntry> CrisisEntries => db.Set<CrisisEntry>();

        public DbSet<Rate> Rates => db.Set<Rate>();

        public DbSet<Income> Incomes => db.Set<Income>();

        public DbSet<SupportGiven> SupportGiven => db.Set<SupportGiven>();

        public DbSet<ValueSettings> ValueSettings => db.Set<ValueSettings>();

        public DbSet<MonthClosing> MonthClosings => db.Set<MonthClosing>();

        public DbSet<ValueStatement> ValueStatements => db.Set<ValueStatement>();

        public DbSet<ReferenceFigure> ReferenceFigures => db.Set<ReferenceFigure>();

        public DbSet<BookCount> BookCounts => db.Set<BookCount>();
    }
}

internal sealed class BooksMapping :
    IEntityTypeConfiguration<LeaderHours>, IEntityTypeConfiguration<CrisisEntry>, IEntityTypeConfiguration<Income>, IEntityTypeConfiguration<SupportGiven>,
    IEntityTypeConfiguration<BookCount>
{
    public void Configure(EntityTypeBuilder<LeaderHours> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => new { h.Month, h.NameKey });
        builder.HasIndex(h => new { h.Week, h.NameKey, h.Level }).IsUnique();
        builder.HasIndex(h => new { h.UserId, h.Week });
    }

    public void Configure(EntityTypeBuilder<CrisisEntry> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Day);
        builder.HasIndex(c => c.SpellId).IsUnique();
        builder.HasIndex(c => c.PersonId);
    }

    public void Configure(EntityTypeBuilder<Income> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.Month);
    }

    public void Configure(EntityTypeBuilder<SupportGiven> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.Month, s.Kind });
    }

    public void Configure(EntityTypeBuilder<BookCount> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Book, c.Day });
    }
}

internal sealed class StatementsMapping :
    IEntityTypeConfiguration<Rate>, IEntityTypeConfiguration<ValueSettings>, IEntityTypeConfiguration<MonthClosing>,
    IEntityTypeConfiguration<ValueStatement>, IEntityTypeConfiguration<ReferenceFigure>
{
    public void Configure(EntityTypeBuilder<Rate> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Component, r.Level, r.From });
    }

    public void Configure(EntityTypeBuilder<ValueSettings> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<MonthClosing> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.Month, c.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ValueStatement> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReferenceFigure> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
    }
}
