using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SafeSpace.Core.Register;

internal sealed class RegisterMapping :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonPhone>, IEntityTypeConfiguration<FamilyMember>, IEntityTypeConfiguration<PersonAccount>, IEntityTypeConfiguration<Case>,
    IEntityTypeConfiguration<Spell>, IEntityTypeConfiguration<PersonFactor>, IEntityTypeConfiguration<PairDecision>, IEntityTypeConfiguration<Merge>,
    IEntityTypeConfiguration<NameWord>, IEntityTypeConfiguration<NameKey>, IEntityTypeConfiguration<NamePair>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.FullName);
        builder.HasIndex(p => p.Reference).IsUnique();
        builder.HasIndex(p => p.ReferenceNumber).IsUnique();
        builder.HasIndex(p => p.DateOfBirth);
        builder.HasIndex(p => p.PostcodeKey);
        builder.HasIndex(p => p.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<PersonPhone> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.PersonId);
        builder.HasIndex(p => p.Reversed);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PersonAccount> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.UserId); // two records of one of us may both be linked, and joined they are so still
        builder.HasIndex(a => a.WalledAt).HasFilter("walled_at IS NOT NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FamilyMember> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.PersonId).IsUnique();
        // Lists are in the order of the day, and within it of the person: a page of them is read from the index, however many came that day.
        builder.HasIndex(c => new { c.State, c.OpenedOn, c.PersonId });
        builder.HasIndex(c => new { c.Team, c.OpenedOn, c.PersonId });
        builder.HasIndex(c => new { c.OpenedOn, c.PersonId });
        builder.HasIndex(c => new { c.OpenedOn, c.PersonId }, "ix_person_case_not_contacted").HasFilter("first_answered_at IS NULL AND state <> 'Closed'");
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Spell> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.PersonId, s.OpenedOn });
        builder.HasIndex(s => s.OpenedOn);
        builder.HasIndex(s => s.ClosedOn);
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PersonFactor> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.PersonId);
        builder.HasIndex(f => f.ReferralId);
        builder.HasIndex(f => new { f.Factor, f.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PairDecision> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.FirstId, d.SecondId });
        builder.HasIndex(d => d.SecondId);
    }

    public void Configure(EntityTypeBuilder<Merge> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.KeptId);
        builder.HasIndex(m => m.GoneId);
    }

    public void Configure(EntityTypeBuilder<NameWord> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.HasIndex(w => w.Word).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NameKey> builder) => builder.HasKey(k => new { k.Key, k.WordId });

    public void Configure(EntityTypeBuilder<NamePair> builder)
    {
        builder.HasKey(p => new { p.GivenWordId, p.SurnameWordId, p.PersonId });
        builder.HasIndex(p => new { p.SurnameWordId, p.GivenWordId, p.BornIn });
        builder.HasIndex(p => p.PersonId);
    }
}
