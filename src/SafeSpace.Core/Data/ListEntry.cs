using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>One entry of a group's own list. The code stays when the wording changes; an entry that is no longer offered is retired, never removed.</summary>
public sealed class ListEntry : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public GroupList List { get; set; }

    /// <summary>Small letters, digits and underscores: what rows, reports and the interface say.</summary>
    public required string Code { get; set; }

    public required string Label { get; set; }

    public int Position { get; set; }

    public DateTime? RetiredAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

internal sealed class ListEntryMapping : IEntityTypeConfiguration<ListEntry>
{
    public void Configure(EntityTypeBuilder<ListEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.List, e.Code }).IsUnique();
    }
}
