using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>How somebody came in.</summary>
public enum WayIn
{
    Password,
    PasswordAndCode,
    RecoveryCode,
    Passkey,
    Pin,
    SetupLink,
}

/// <summary>One sign-in on one device. A ticket holds only as long as its session: locked and ended ones open nothing.</summary>
public sealed class Session
{
    public Guid Id { get; set; }

    public UserId UserId { get; set; }

    public WayIn Way { get; set; }

    /// <summary>What the browser says it is, in two words.</summary>
    public required string Device { get; set; }

    public DateTime BeganAt { get; set; }

    /// <summary>Set while the screen waits for the PIN.</summary>
    public DateTime? LockedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Its owner signed off at that screen, on purpose: what comes with its ticket afterwards is nobody's.</summary>
    public bool SignedOff { get; set; }

    public int WrongPins { get; set; }
}

/// <summary>A device that asks only for the PIN. The secret itself is in the device's cookie; here is its hash.</summary>
public sealed class RememberedDevice
{
    public Guid Id { get; set; }

    public UserId UserId { get; set; }

    public required byte[] SecretHash { get; set; }

    public required string Label { get; set; }

    public DateTime AddedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? ForgottenAt { get; set; }

    public int WrongPins { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<RememberedDevice>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.UserId, s.EndedAt });
    }

    public void Configure(EntityTypeBuilder<RememberedDevice> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.UserId);
        builder.HasIndex(d => d.SecretHash).IsUnique();
    }
}
