using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals.ComingBack;

/// <summary>Whether people who are known may come back without a new referral: what the group and its referrers agreed. Off until then. One row.</summary>
public sealed class ComingBackAgreement : IRecorded, IVersioned
{
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-0000000000cb");

    public Guid Id { get; set; } = OnlyId;

    public bool Agreed { get; set; }

    public DateOnly? AgreedOn { get; set; }

    /// <summary>With whom, as typed: the crisis team, 3 March.</summary>
    public string? AgreedWith { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>Somebody known asked to come back without a new referral.</summary>
public sealed class DirectReturn : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public DateTime At { get; set; }

    /// <summary>The day of the group's time zone.</summary>
    public DateOnly Day { get; set; }

    /// <summary>What it is in the count.</summary>
    public ReturnKind Kind { get; set; }

    /// <summary>The stretch that began with it; empty when they were not taken back.</summary>
    public SpellId? SpellId { get; set; }

    /// <summary>The person agrees that the team that referred them is told.</summary>
    public bool TellTeam { get; set; }

    /// <summary>When somebody here said that the team was told: the letter sent, or read out on the telephone. Null while it is to be done.</summary>
    public DateTime? ToldAt { get; set; }

    public string? ToldByName { get; set; }

    public string? Team { get; set; }

    /// <summary>The account that referred them last: it sees in its list that they came back, when the person agrees.</summary>
    public UserId? ReferrerId { get; set; }

    /// <summary>Their last referral: its own words are all the referrer is shown.</summary>
    public ReferralId? ReferralId { get; set; }

    public Sealed? Words { get; set; }

    public UserId? TakenById { get; set; }

    public required string TakenByName { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class ComingBackSets
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Words = "direct_return.words";

    extension(GroupDb db)
    {
        public DbSet<ComingBackAgreement> ComingBackAgreements => db.Set<ComingBackAgreement>();

        public DbSet<DirectReturn> DirectReturns => db.Set<DirectReturn>();

        /// <summary>How somebody came back into the stretch that is open now; null where a team referred them into it.</summary>
        public Task<DirectReturn?> OpenReturnAsync(PersonId person) =>
            db.DirectReturns.AsNoTracking().SingleOrDefaultAsync(r => r.PersonId == person && r.Kind == ReturnKind.TakenBack
                && db.Set<Spell>().Any(s => s.Id == r.SpellId && s.ClosedOn == null) && !db.Set<Referral>().Any(a => a.SpellId == r.SpellId));

        /// <summary>How somebody came back into the stretch that is open now, where they agreed that the team that referred them is told; else null.</summary>
        public Task<DirectReturn?> ReturnToTellAsync(PersonId person)
        {
            var open = db.Spells.Where(s => s.PersonId == person && s.ClosedOn == null);
            var objecting = db.ObjectTo(UseOfRecord.ReferringTeam);
            return db.DirectReturns.AsNoTracking().Where(r => r.PersonId == person && !objecting.Contains(person) && r.TellTeam && r.Kind == ReturnKind.TakenBack && open.Any(s => s.Id == r.SpellId)).OrderByDescending(r => r.At).FirstOrDefaultAsync();
        }
    }
}

internal sealed class ComingBackMapping : IEntityTypeConfiguration<ComingBackAgreement>, IEntityTypeConfiguration<DirectReturn>
{
    public void Configure(EntityTypeBuilder<ComingBackAgreement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<DirectReturn> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.PersonId);
        builder.HasIndex(r => r.Day);
        builder.HasIndex(r => new { r.ReferrerId, r.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
