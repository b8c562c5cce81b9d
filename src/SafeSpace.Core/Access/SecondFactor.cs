using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>The key an account shares with its app for one-time codes; sealed. One for an account at most.</summary>
public sealed class SecondFactor : IRecorded
{
    public const string KeyColumn = "second_factor.key";

    public Guid Id { get; set; }

    public UserId UserId { get; set; }

    /// <summary>Base32, sealed.</summary>
    public Sealed Key { get; set; }

    public DateTime EnrolledAt { get; set; }

    public Guid RowId => Id;
}

/// <summary>One of ten codes for the day the phone is lost. Works once; here is its hash.</summary>
public sealed class RecoveryCode : IRecorded
{
    public Guid Id { get; set; }

    public UserId UserId { get; set; }

    public required byte[] CodeHash { get; set; }

    public DateTime? UsedAt { get; set; }

    public Guid RowId => Id;
}

internal sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.UserId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.UserId, c.CodeHash }).IsUnique();
    }
}
