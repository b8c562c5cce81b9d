using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SafeSpace.Core.Data;

/// <summary>The key of one person (or one account's drafts), wrapped by the group's key. Destroying the row makes their words unreadable for ever.</summary>
public sealed class SealingKey
{
    public Guid OwnerId { get; set; }

    public required byte[] Wrapped { get; set; }

    public DateTime MadeAt { get; set; }
}

internal sealed class SealingKeyMapping : IEntityTypeConfiguration<SealingKey>
{
    public void Configure(EntityTypeBuilder<SealingKey> builder)
    {
        builder.HasKey(k => k.OwnerId);
        builder.Property(k => k.OwnerId).ValueGeneratedNever();
    }
}
