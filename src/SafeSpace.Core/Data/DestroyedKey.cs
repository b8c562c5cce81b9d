using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SafeSpace.Core.Data;

/// <summary>A key that was destroyed on purpose: none is made for this owner again, and every node forgets the one it may still hold.</summary>
public sealed class DestroyedKey
{
    public Guid OwnerId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>
/// An operation whose words were taken out because somebody was erased. The link keeps the hash it had; this row, itself recorded,
/// says what the emptied operation hashes to. So the chain stays whole, and nothing else of the operation can be changed.
/// </summary>
public sealed class EmptiedOperation : IRecorded
{
    public Guid Id { get; set; }

    public long Sequence { get; set; }

    public required byte[] Hash { get; set; }

    public Guid RowId => Id;
}

internal sealed class DestroyedKeyMapping : IEntityTypeConfiguration<DestroyedKey>, IEntityTypeConfiguration<EmptiedOperation>
{
    public void Configure(EntityTypeBuilder<DestroyedKey> builder)
    {
        builder.HasKey(k => k.OwnerId);
        builder.Property(k => k.OwnerId).ValueGeneratedNever();
        builder.HasIndex(k => k.At);
    }

    public void Configure(EntityTypeBuilder<EmptiedOperation> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => o.Sequence).IsUnique();
    }
}
