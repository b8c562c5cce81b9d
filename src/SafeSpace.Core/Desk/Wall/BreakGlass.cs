using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Wall;

/// <summary>
/// Somebody reached through the wall in an emergency, for the phone number and how to ring safely; never for the diary. Told to the
/// person and to the supervisor, with the reason.
/// </summary>
public sealed class BreakGlass : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Whose record it is: the colleague who is told.</summary>
    public UserId WhoseId { get; set; }

    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    public DateTime At { get; set; }

    public Sealed? Why { get; set; }

    /// <summary>When the person said they had read it.</summary>
    public DateTime? ReadAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

public static class BreakGlassSets
{
    extension(GroupDb db)
    {
        public DbSet<BreakGlass> BrokenGlass => db.Set<BreakGlass>();
    }
}

internal sealed class BreakGlassMapping : IEntityTypeConfiguration<BreakGlass>
{
    public void Configure(EntityTypeBuilder<BreakGlass> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => new { b.WhoseId, b.At });
        builder.HasIndex(b => b.At);
        builder.HasIndex(b => b.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Puts the wall up and takes it down; lets somebody through it in an emergency.</summary>
public sealed class WallService(GroupStore store)
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Why = "break_glass.why";

    /// <summary>
    /// Says that a record and an account are one human being. From then on colleagues see nothing of the record. Somebody who was referred
    /// again, by who could not see the first record, has two: whoever links the second learns nothing of the first.
    /// </summary>
    /// <returns>False when there is no such person.</returns>
    public Task<bool> LinkAsync(PersonId person, UserId account, Actor by) => store.Write("RecordWalled", by, async unit =>
    {
        if (await unit.Db.PersonAccounts.FirstOrDefaultAsync(a => a.UserId == account && a.PersonId == person && a.Until == null) is { } linked)
        {
            linked.WalledAt ??= unit.Now;
            return true;
        }

        if (!await unit.Db.People.AnyAsync(p => p.Id == person) || !await unit.Db.Users.AnyAsync(u => u.Id == account.Value))
            return false;
        unit.Db.PersonAccounts.Add(new PersonAccount { Id = Ids.New(), PersonId = person, UserId = account, From = unit.Now, WalledAt = unit.Now });
        return true;
    });

    /// <summary>Ends the link: the record is as anybody's again.</summary>
    public Task UnlinkAsync(PersonId person, Actor by) => store.Write("WallTakenDown", by, async unit =>
    {
        foreach (var link in await unit.Db.PersonAccounts.Where(a => a.PersonId == person && a.Until == null).ToListAsync())
            link.Until = unit.Now;
    });

    /// <summary>The same form within this time is a second tap; later it is another look.</summary>
    private static readonly TimeSpan SameTry = TimeSpan.FromMinutes(5);

    /// <summary>Recorded before anything is shown.</summary>
    /// <param name="link">The <see cref="PersonAccount"/> whose record is reached for.</param>
    /// <returns>The person; null when there is no such wall.</returns>
    public Task<PersonId?> BreakAsync(Guid link, Guid id, string why, Actor by) => store.Write<PersonId?>("GlassBroken", by, async unit =>
    {
        if (await unit.Db.PersonAccounts.SingleOrDefaultAsync(a => a.Id == link && a.Until == null) is not { } walled)
            return null;
        if (await unit.Db.BrokenGlass.FindAsync(id) is { } before)
        {
            if (before.ById == by.Id && before.PersonId == walled.PersonId && unit.Now - before.At < SameTry)
                return walled.PersonId;
            id = Ids.New(); // once more, and told once more
        }

        unit.Db.BrokenGlass.Add(new BreakGlass
        {
            Id = id,
            PersonId = walled.PersonId,
            WhoseId = walled.UserId,
            ById = by.Id,
            ByName = by.Name,
            At = unit.Now,
            Why = unit.Seal(walled.PersonId, Why, id, why),
        });
        return walled.PersonId;
    });

    /// <summary>The person has read who reached through, and why.</summary>
    public Task ReadAsync(UserId whose, Actor by) => store.Write("GlassRead", by, async unit =>
    {
        foreach (var broken in await unit.Db.BrokenGlass.Where(b => b.WhoseId == whose && b.ReadAt == null).ToListAsync())
            broken.ReadAt = unit.Now;
    });
}
