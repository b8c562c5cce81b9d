using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>What somebody was typing, or what a refused post held; sealed for that account alone.</summary>
public sealed class Draft
{
    public Guid Id { get; set; }

    public UserId UserId { get; set; }

    /// <summary>Which form: its page and, where it has one, the row it edits.</summary>
    public required string Key { get; set; }

    public Sealed Words { get; set; }

    public DateTime SavedAt { get; set; }
}

/// <summary>A post that was answered once already: the same key with the same body gets the same answer.</summary>
public sealed class AnsweredPost
{
    /// <summary>Hash of caller, route and key.</summary>
    public required byte[] KeyHash { get; set; }

    public required byte[] BodyHash { get; set; }

    public Guid RowId { get; set; }

    public int Status { get; set; }

    public Sealed? Answer { get; set; }

    public DateTime At { get; set; }
}

public static class DraftSets
{
    extension(GroupDb db)
    {
        public DbSet<Draft> Drafts => db.Set<Draft>();

        public DbSet<AnsweredPost> AnsweredPosts => db.Set<AnsweredPost>();

        public DbSet<ListEntry> ListEntries => db.Set<ListEntry>();
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<AnsweredPost>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.UserId, d.Key }).IsUnique();
        builder.HasIndex(d => d.SavedAt);
    }

    public void Configure(EntityTypeBuilder<AnsweredPost> builder)
    {
        builder.HasKey(p => p.KeyHash);
        builder.HasIndex(p => p.At);
    }
}
