using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.CaseReview;

/// <summary>One review of case files: a random sample, drawn by a seed that is kept, so that anybody can draw it again.</summary>
public sealed class FileReview : IRecorded
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public int Seed { get; set; }

    public DateOnly DrawnOn { get; set; }

    /// <summary>How many were asked for, and how many there were to draw from.</summary>
    public int ActiveWanted { get; set; }

    public int ClosedWanted { get; set; }

    public int ActiveThere { get; set; }

    public int ClosedThere { get; set; }

    public DateTime? FinishedAt { get; set; }

    public Guid RowId => Id;
}

/// <summary>One file of the sample, and the short form about it.</summary>
public sealed class ReviewedFile : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public Guid ReviewId { get; set; }

    public PersonId PersonId { get; set; }

    public int Number { get; set; }

    /// <summary>Its case was open on the day of the draw.</summary>
    public bool Active { get; set; }

    public DateTime? ReadAt { get; set; }

    public UserId? ReadById { get; set; }

    /// <summary>What the reader wants to say of the file.</summary>
    public Sealed? Words { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public enum FileAnswer
{
    Yes,
    No,
    NotClear,
}

/// <summary>What the file says to one question of the group's list.</summary>
public sealed class ReviewAnswer : IRecorded
{
    public Guid Id { get; set; }

    public Guid FileId { get; set; }

    public required string Question { get; set; }

    public FileAnswer Answer { get; set; }

    public Guid RowId => Id;
}

/// <summary>A figure of a printed report, typed in: the cell as it was printed, and what was read from it.</summary>
public sealed class PrintedFigure : IRecorded
{
    public Guid Id { get; set; }

    /// <summary>Which report: "Annual review 2013/14".</summary>
    public required string Source { get; set; }

    public required string Row { get; set; }

    public required string Column { get; set; }

    /// <summary>Word for word, sign for sign.</summary>
    public required string Raw { get; set; }

    /// <summary>The number in it, with as many decimals as were printed: 12.50 is not 12.5. Null when there is none.</summary>
    public string? ReadAs { get; set; }

    public decimal? Parsed => ReadAs is null ? null : decimal.Parse(ReadAs, System.Globalization.CultureInfo.InvariantCulture);

    public bool IsPercent { get; set; }

    /// <summary>Of how many, where the report says it.</summary>
    public int? Base { get; set; }

    public int Position { get; set; }

    public Guid RowId => Id;
}

public static class CaseReviewSets
{
    extension(GroupDb db)
    {
        public DbSet<FileReview> FileReviews => db.Set<FileReview>();

        public DbSet<ReviewedFile> ReviewedFiles => db.Set<ReviewedFile>();

        public DbSet<ReviewAnswer> ReviewAnswers => db.Set<ReviewAnswer>();

        public DbSet<PrintedFigure> PrintedFigures => db.Set<PrintedFigure>();
    }
}

internal sealed class CaseReviewMapping :
    IEntityTypeConfiguration<FileReview>, IEntityTypeConfiguration<ReviewedFile>, IEntityTypeConfiguration<ReviewAnswer>, IEntityTypeConfiguration<PrintedFigure>
{
    public void Configure(EntityTypeBuilder<FileReview> builder) => builder.Property(r => r.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<ReviewedFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => new { f.ReviewId, f.Number }).IsUnique();
        builder.HasIndex(f => f.PersonId);
        builder.HasOne<FileReview>().WithMany().HasForeignKey(f => f.ReviewId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewAnswer> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.FileId, a.Question }).IsUnique();
        builder.HasOne<ReviewedFile>().WithMany().HasForeignKey(a => a.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PrintedFigure> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Parsed);
        builder.HasIndex(f => new { f.Source, f.Position });
    }
}
