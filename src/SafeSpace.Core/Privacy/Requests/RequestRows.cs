using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Requests;

/// <summary>Somebody asked what we hold about them. Nothing leaves before a person has read it through.</summary>
public sealed class AccessRequest : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public DateOnly ReceivedOn { get; set; }

    /// <summary>Who asked: themselves, or somebody for them.</summary>
    public Sealed? FromWhom { get; set; }

    /// <summary>How we knew it was them, or that they may ask for them.</summary>
    public Sealed? Checked { get; set; }

    /// <summary>The last day the law gives, as it was reckoned when the request came.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Two months more, where it is complex, and the person was told why.</summary>
    public DateOnly? ExtendedTo { get; set; }

    public Sealed? ExtendedWhy { get; set; }

    public DateTime AddedAt { get; set; }

    public required string AddedByName { get; set; }

    /// <summary>Somebody read everything and said what is not shown.</summary>
    public DateTime? ReviewedAt { get; set; }

    /// <summary>What they had before them (<see cref="WhatWeHold.Digest"/>): where it says something else since, it is read again.</summary>
    public string? ReviewedDigest { get; set; }

    /// <summary>What a version before went by. Nothing is written into it any more; rows were recorded with it.</summary>
    public long? ReviewedUpTo { get; set; }

    public string? ReviewedByName { get; set; }

    public DateOnly? SentOn { get; set; }

    public Sealed? SentHow { get; set; }

    /// <summary>They do not want it any more.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public Guid Version { get; set; }

    public DateOnly LastDay => ExtendedTo ?? DueOn;

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>Something blacked out in a print: words wherever they stand, or a whole passage.</summary>
public sealed class Blackout : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid RequestId { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? Phrase { get; set; }

    /// <summary>Which passage: table, row and column.</summary>
    public string? Passage { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>What the group decided about privacy: one row, made when something is first changed.</summary>
public sealed class PrivacySettings : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000009");

    public Guid Id { get; set; } = OnlyId;

    /// <summary>Names of peers stand in what people are sent about themselves; otherwise "one of us".</summary>
    public bool NamesPeers { get; set; }

    /// <summary>Who is told of a breach, and how they are reached.</summary>
    public string? Authority { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

public static class RequestSets
{
    public const string FromWhom = "access_request.from_whom";

    public const string Checked = "access_request.checked";

    public const string ExtendedWhy = "access_request.extended_why";

    public const string SentHow = "access_request.sent_how";

    public const string Phrase = "blackout.phrase";

    extension(GroupDb db)
    {
        public DbSet<AccessRequest> AccessRequests => db.Set<AccessRequest>();

        public DbSet<Blackout> Blackouts => db.Set<Blackout>();

        public DbSet<PrivacySettings> PrivacySettings => db.Set<PrivacySettings>();
    }
}

internal sealed class RequestMapping : IEntityTypeConfiguration<AccessRequest>, IEntityTypeConfiguration<Blackout>, IEntityTypeConfiguration<PrivacySettings>
{
    public void Configure(EntityTypeBuilder<AccessRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.LastDay);
        builder.HasIndex(r => r.PersonId);
        builder.HasIndex(r => new { r.SentOn, r.DueOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Blackout> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => b.RequestId);
        builder.HasIndex(b => b.PersonId);
        builder.HasOne<AccessRequest>().WithMany().HasForeignKey(b => b.RequestId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PrivacySettings> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
