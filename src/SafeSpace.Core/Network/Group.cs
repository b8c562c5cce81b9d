using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Network;

/// <summary>A group on this installation. All it knows of people lies in a store of its own.</summary>
public sealed class Group
{
    public required string Slug { get; set; }

    public required string Name { get; set; }

    public DateTime AddedAt { get; set; }
}

/// <summary>The head of a group's chain as it was at some moment, kept outside the group's store: whoever cuts the end of the chain off cannot reach it.</summary>
public sealed class ChainAnchor
{
    public Guid Id { get; set; }

    public required string Slug { get; set; }

    public long Sequence { get; set; }

    public required byte[] Hash { get; set; }

    public required byte[] Mac { get; set; }

    public DateTime At { get; set; }
}

/// <summary>A key that signs cookies, shared by all web nodes.</summary>
public sealed class CookieKey
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Xml { get; set; }
}

internal sealed class NetworkMapping : INetworkMapping, IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<ChainAnchor>
{
    public void Configure(EntityTypeBuilder<Group> builder) => builder.HasKey(g => g.Slug);

    public void Configure(EntityTypeBuilder<ChainAnchor> builder) => builder.HasIndex(a => new { a.Slug, a.Sequence });
}
