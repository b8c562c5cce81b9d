using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SafeSpace.Core.Data;

/// <summary>What a group says of itself: one row.</summary>
public sealed class GroupProfile : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000001");

    public Guid Id { get; set; } = OnlyId;

    public required string Name { get; set; }

    /// <summary>IANA name: Europe/London.</summary>
    public required string TimeZone { get; set; }

    /// <summary>ISO 4217: GBP.</summary>
    public required string Currency { get; set; }

    /// <summary>BCP 47: en, pl.</summary>
    public required string Language { get; set; }

    /// <summary>ISO 3166 region for reading telephone numbers: GB.</summary>
    public string Region { get; set; } = "GB";

    /// <summary>What references begin with: SS makes SS0042.</summary>
    public string ReferencePrefix { get; set; } = "SS";

    /// <summary>Where "Leave this page" goes.</summary>
    public string NeutralAddress { get; set; } = "https://www.bbc.co.uk/weather";

    /// <summary>Whom to ring when the page cannot help.</summary>
    public string? Phone { get; set; }

    /// <summary>Minutes without a touch until a shared desk asks for the PIN again.</summary>
    public int IdleMinutes { get; set; } = 15;

    /// <summary>Hours after which everybody signs in anew, used or not; null (a store from before there was a choice): <see cref="UsualSessionHours"/>.</summary>
    public int? SessionHours { get; set; }

    /// <summary>The longest shift there is.</summary>
    public const int UsualSessionHours = 12;

    public TimeSpan LongestSession => TimeSpan.FromHours(SessionHours ?? UsualSessionHours);

    /// <summary>Made by <c>safespace demo</c>: nobody in it is real, every page says so, and no second step is asked at sign-in.</summary>
    public bool IsDemonstration { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

internal sealed class GroupProfileMapping : IEntityTypeConfiguration<GroupProfile>
{
    public void Configure(EntityTypeBuilder<GroupProfile> builder)
    {
        builder.Ignore(p => p.LongestSession);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
