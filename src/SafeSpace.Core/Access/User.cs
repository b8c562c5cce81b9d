using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>An account in one group: one account, many roles, because everybody here may help and be helped.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>What colleagues call them; shown beside what they did.</summary>
    public required string DisplayName { get; set; }

    public DateTime AddedAt { get; set; }

    /// <summary>Set when the account can no longer sign in. Accounts are never removed: what they did keeps its name.</summary>
    public DateTime? RetiredAt { get; set; }

    /// <summary>Hash of the short PIN that a remembered device or a shared desk asks for.</summary>
    public string? PinHash { get; set; }

    /// <summary>The half-minute of the last one-time code that was taken: no code works twice.</summary>
    public long LastCodeStep { get; set; }

    public UserId UserId => new(Id);
}

/// <summary>A role somebody has. A person may be a peer in one week and be supported in the next.</summary>
public sealed class UserRole : IRecorded
{
    public Guid Id { get; set; }

    public UserId UserId { get; set; }

    public Role Role { get; set; }

    public Guid RowId => Id;
}

/// <summary>A link that works once: to set up the first account of a group, or an invited one.</summary>
public sealed class SetupLink : IRecorded
{
    public Guid Id { get; set; }

    public required byte[] SecretHash { get; set; }

    /// <summary>Whose; null sets up the first account of a group.</summary>
    public UserId? UserId { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? UsedAt { get; set; }

    public Guid RowId => Id;
}

/// <summary>A token for the interface. Printed once; here is its hash.</summary>
public sealed class ApiToken : IRecorded
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public Role Role { get; set; }

    public required byte[] SecretHash { get; set; }

    public DateTime AddedAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public Guid RowId => Id;
}

internal sealed class AccessMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<UserRole>, IEntityTypeConfiguration<SetupLink>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Ignore(u => u.UserId);
        builder.Property(u => u.Id).ValueGeneratedNever();
    }

    /// <summary>The library maps passkeys only where a service provider tells it to; a store is also opened without one, by commands and migrations.</summary>
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.HasIndex(p => p.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        builder.OwnsOne(p => p.Data).ToJson("data");
    }

    public void Configure(EntityTypeBuilder<UserRole> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.UserId, r.Role }).IsUnique();
        builder.HasIndex(r => r.Role);
    }

    public void Configure(EntityTypeBuilder<SetupLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.SecretHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.SecretHash).IsUnique();
    }
}
