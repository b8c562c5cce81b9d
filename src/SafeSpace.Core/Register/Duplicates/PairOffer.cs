using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>Two records that look like one person's. Worked out from the records, so it is thrown away and made anew at will. The lower id stands first.</summary>
public sealed class PairOffer
{
    public PersonId FirstId { get; set; }

    public PersonId SecondId { get; set; }

    public double Score { get; set; }

    /// <summary>One person as far as the record can show; otherwise worth a look.</summary>
    public bool LooksSame { get; set; }

    /// <summary>Names of <c>MatchReason</c>, the weightiest first, parted by spaces.</summary>
    public required string Reasons { get; set; }
}

/// <summary>Somebody new or changed, whose likes have not been looked for yet.</summary>
public sealed class PairToLook
{
    public PersonId PersonId { get; set; }

    /// <summary>Another one with each change: what changed while it was looked at is looked at again.</summary>
    public Guid? Mark { get; set; } = Ids.New();
}

public static class DuplicateSets
{
    extension(GroupDb db)
    {
        public DbSet<PairOffer> PairOffers => db.Set<PairOffer>();

        public DbSet<PairToLook> PairsToLook => db.Set<PairToLook>();
    }
}

internal sealed class DuplicatesMapping : IEntityTypeConfiguration<PairOffer>, IEntityTypeConfiguration<PairToLook>
{
    public void Configure(EntityTypeBuilder<PairOffer> builder)
    {
        builder.HasKey(o => new { o.FirstId, o.SecondId });
        builder.HasIndex(o => o.SecondId);
        builder.HasIndex(o => new { o.Score, o.FirstId });
    }

    public void Configure(EntityTypeBuilder<PairToLook> builder)
    {
        builder.HasKey(p => p.PersonId);
        builder.Property(p => p.Mark).IsConcurrencyToken();
    }
}
