using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>One change: what kind, who, when, why, and which rows it left in which state. Chained by hash: see <c>Chain</c>.</summary>
public sealed class Operation
{
    /// <summary>The place in the chain: 1, 2, 3 … without gaps.</summary>
    public long Sequence { get; set; }

    public Guid Id { get; set; }

    /// <summary>What happened, in the past tense: ContactLogged, PersonMerged.</summary>
    public required string Kind { get; set; }

    public DateTime At { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>For each row: what table (4 bytes), row id (16), hash of its state afterwards (16; zeros when removed).</summary>
    public required byte[] Rows { get; set; }

    public required byte[] PreviousHash { get; set; }

    public required byte[] Hash { get; set; }

    public List<OperationPart> Parts { get; } = [];
}

/// <summary>What an operation changed about one person (or about nobody): before and after, and why, sealed with that person's key.</summary>
public sealed class OperationPart
{
    public long Sequence { get; set; }

    public int Number { get; set; }

    public PersonId? PersonId { get; set; }

    public Sealed Changes { get; set; }
}

/// <summary>The newest link of the chain. The mac is keyed with the group's key: whoever has only the database cannot forge it.</summary>
public sealed class ChainHead
{
    public int Id { get; set; }

    public long Sequence { get; set; }

    public required byte[] Hash { get; set; }

    public required byte[] Mac { get; set; }

    /// <summary>Which of the group's keys is in use; null in a store whose key was never changed.</summary>
    public byte[]? KeyMark { get; set; }
}

internal sealed class OperationMapping : IEntityTypeConfiguration<Operation>, IEntityTypeConfiguration<OperationPart>, IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.HasKey(o => o.Sequence);
        builder.Property(o => o.Sequence).ValueGeneratedNever();
        builder.HasIndex(o => o.At);
        builder.HasMany(o => o.Parts).WithOne().HasForeignKey(p => p.Sequence);
    }

    public void Configure(EntityTypeBuilder<OperationPart> builder)
    {
        builder.HasKey(p => new { p.Sequence, p.Number });
        builder.HasIndex(p => new { p.PersonId, p.Sequence });
    }

    public void Configure(EntityTypeBuilder<ChainHead> builder) => builder.Property(h => h.Id).ValueGeneratedNever();
}
