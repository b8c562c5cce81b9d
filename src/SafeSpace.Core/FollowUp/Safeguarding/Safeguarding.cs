using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp.Safeguarding;

/// <summary>One thing to know when it is urgent: what to do, whom to ring now. The group's own words, owned by somebody, and looked at again in time.</summary>
public sealed class EmergencyStep : IRecorded, IVersioned
{
    /// <summary>An entry nobody looked at for as long asks for a check.</summary>
    public const int DaysUntilCheck = 90;

    public Guid Id { get; set; }

    /// <summary>"Somebody is in danger now".</summary>
    public required string When { get; set; }

    public required string WhatToDo { get; set; }

    public string? RingName { get; set; }

    public string? RingPhone { get; set; }

    /// <summary>Who sees to it that this stays true.</summary>
    public UserId OwnerId { get; set; }

    public DateOnly CheckedOn { get; set; }

    public int Position { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public bool AsksForCheck(DateOnly today) => CheckedOn.AddDays(DaysUntilCheck) <= today;
}

/// <summary>A worry that somebody is not safe from others or themselves: what it is, what the person wants, until it is closed. Seen by supervisors and who raised it.</summary>
public sealed class Concern : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public DateTime RaisedAt { get; set; }

    public UserId RaisedById { get; set; }

    public required string RaisedByName { get; set; }

    public Sealed? What { get; set; }

    /// <summary>In the person's words; empty when it could not be asked.</summary>
    public Sealed? PersonWants { get; set; }

    public DateTime? ClosedAt { get; set; }

    public UserId? ClosedById { get; set; }

    /// <summary>How it ended.</summary>
    public Sealed? Outcome { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>Somebody who was told of a concern, and what they owe us.</summary>
public sealed class ConcernTold : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public Guid ConcernId { get; set; }

    public PersonId PersonId { get; set; }

    public Sealed? Whom { get; set; }

    public DateTime ToldAt { get; set; }

    public UserId? ToldById { get; set; }

    /// <summary>By when they said they would answer; empty when nothing is due.</summary>
    public DateOnly? AnswerDueOn { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public Sealed? Answer { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>The sealed columns, as the vault names them.</summary>
public static class ConcernWords
{
    public const string What = "concern.what";

    public const string PersonWants = "concern.person_wants";

    public const string Outcome = "concern.outcome";

    public const string Whom = "concern_told.whom";

    public const string Answer = "concern_told.answer";
}

public static class SafeguardingSets
{
    extension(GroupDb db)
    {
        public DbSet<EmergencyStep> EmergencySteps => db.Set<EmergencyStep>();

        public DbSet<Concern> Concerns => db.Set<Concern>();

        public DbSet<ConcernTold> ConcernsTold => db.Set<ConcernTold>();
    }
}

internal sealed class SafeguardingMapping : IEntityTypeConfiguration<EmergencyStep>, IEntityTypeConfiguration<Concern>, IEntityTypeConfiguration<ConcernTold>
{
    public void Configure(EntityTypeBuilder<EmergencyStep> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.ClosedAt, c.RaisedAt });
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => new { c.RaisedById, c.RaisedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ConcernTold> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.ConcernId);
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
