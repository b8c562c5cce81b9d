using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.NightSheet;

/// <summary>How a sheet left the system.</summary>
public enum SheetWay
{
    Printed,

    /// <summary>A file that opens with a passphrase and no network.</summary>
    SealedFile,
}

/// <summary>Somebody made a sheet for a night without the app: when, how, for how many people. Who stood on it is in the record of who looked.</summary>
public sealed class NightSheetMade : IRecorded
{
    public Guid Id { get; set; }

    public Guid? ShiftId { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId MadeById { get; set; }

    public required string MadeByName { get; set; }

    public SheetWay Way { get; set; }

    public int People { get; set; }

    public Guid RowId => Id;
}

public static class NightSheetSets
{
    extension(GroupDb db)
    {
        public DbSet<NightSheetMade> NightSheetsMade => db.Set<NightSheetMade>();
    }
}

internal sealed class NightSheetMapping : IEntityTypeConfiguration<NightSheetMade>
{
    public void Configure(EntityTypeBuilder<NightSheetMade> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.MadeAt);
    }
}
