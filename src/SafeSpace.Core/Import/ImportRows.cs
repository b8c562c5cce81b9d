using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import;

public enum ImportState
{
    /// <summary>Uploaded; somebody is looking at how it was understood.</summary>
    Uploaded,
    Running,
    Done,
    Failed,
}

/// <summary>One import, by page or command line: what came and what became of it.</summary>
public sealed class ImportRun : IRecorded
{
    public Guid Id { get; set; }

    public required string Files { get; set; }

    public ImportState State { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    public int RowsRead { get; set; }

    public int RowsDone { get; set; }

    /// <summary>How the files are to be read, as YAML; null when everything is recognised.</summary>
    public string? Mapping { get; set; }

    /// <summary>The whole result as JSON; sealed, because reasons quote what stood in the rows.</summary>
    public Sealed? Result { get; set; }

    public Guid RowId => Id;
}

/// <summary>A spreadsheet row that was brought in, so that bringing it in again changes nothing and an edited row shows.</summary>
public sealed class BroughtInRow
{
    /// <summary>Kind of book, day, and a hash of who and when: what an edit seldom changes. Rows of one key are told apart by their cells.</summary>
    public required byte[] KeyHash { get; set; }

    /// <summary>Hash of all its cells.</summary>
    public required byte[] RowHash { get; set; }

    /// <summary>The try that brought it in.</summary>
    public Guid RunId { get; set; }

    /// <summary>The referral or contact it became.</summary>
    public Guid TargetId { get; set; }

    /// <summary>Hash of the file's and sheet's name.</summary>
    public long Source { get; set; }

    /// <summary>Where it stood in the sheet: an edit that changes who or when is known by the rows around it.</summary>
    public int Row { get; set; }
}

/// <summary>How a group's spreadsheets are to be read: a mapping file, kept.</summary>
public sealed class SavedMapping : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public required string Yaml { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

public static class ImportSets
{
    extension(GroupDb db)
    {
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();

        public DbSet<BroughtInRow> BroughtInRows => db.Set<BroughtInRow>();

        public DbSet<SavedMapping> SavedMappings => db.Set<SavedMapping>();
    }
}

internal sealed class ImportRowsMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<BroughtInRow>, IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder) => builder.Property(r => r.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<BroughtInRow> builder)
    {
        builder.HasKey(r => new { r.KeyHash, r.RowHash });
        builder.HasIndex(r => r.TargetId);
        builder.HasIndex(r => new { r.Source, r.Row });
    }

    public void Configure(EntityTypeBuilder<SavedMapping> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Name).IsUnique();
    }
}
