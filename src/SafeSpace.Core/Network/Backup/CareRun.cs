using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Network.Backup;

public enum CareKind
{
    /// <summary>The copy of the night.</summary>
    Copy,

    /// <summary>The newest copy put back somewhere else, and checked.</summary>
    Drill,
}

/// <summary>One try at a nightly copy or a restore drill, kept outside the group's store. It names no person.</summary>
public sealed class CareRun
{
    public Guid Id { get; set; }

    public required string Slug { get; set; }

    public CareKind Kind { get; set; }

    /// <summary>The group's own day whose night it belongs to.</summary>
    public DateOnly Night { get; set; }

    /// <summary>Counts from one in each night: of two nodes that try at once, one is refused.</summary>
    public int Try { get; set; }

    public DateTime StartedAt { get; set; }

    /// <summary>Null while it runs, and for ever when the program ended in the middle.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>What went wrong, as a sentence; null when it went well.</summary>
    public string? Problem { get; set; }

    /// <summary>The copy that was made, or that was tried.</summary>
    public string? File { get; set; }

    public long? Bytes { get; set; }

    /// <summary>The operation the copy ends with.</summary>
    public long? Sequence { get; set; }

    /// <summary>Recorded rows that the drill compared.</summary>
    public long? Rows { get; set; }

    /// <summary>When the copy was thrown away because newer ones stand for it.</summary>
    public DateTime? RemovedAt { get; set; }

    public bool WentWell => EndedAt is not null && Problem is null;
}

internal sealed class CareRunMapping : INetworkMapping, IEntityTypeConfiguration<CareRun>
{
    public void Configure(EntityTypeBuilder<CareRun> builder)
    {
        builder.HasIndex(r => new { r.Slug, r.Kind, r.Night, r.Try }).IsUnique();
        builder.Ignore(r => r.WentWell);
    }
}
