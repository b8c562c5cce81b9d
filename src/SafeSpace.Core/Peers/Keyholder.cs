using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>Whom a peer chose beforehand to know of their own crisis. Nobody else of us sees that peer's record.</summary>
public sealed class Keyholder : IRecorded
{
    public Guid Id { get; set; }

    /// <summary>Who chose.</summary>
    public UserId PeerId { get; set; }

    public UserId KeyholderId { get; set; }

    public DateTime From { get; set; }

    public DateTime? Until { get; set; }

    public Guid RowId => Id;
}

public static class KeyholderSets
{
    extension(GroupDb db)
    {
        public DbSet<Keyholder> Keyholders => db.Set<Keyholder>();
    }
}

internal sealed class KeyholderMapping : IEntityTypeConfiguration<Keyholder>
{
    public void Configure(EntityTypeBuilder<Keyholder> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => new { k.PeerId, k.KeyholderId }).IsUnique().HasFilter("until IS NULL");
        builder.HasIndex(k => k.KeyholderId);
    }
}

/// <summary>A peer chooses, and changes their mind whenever they like.</summary>
public sealed class KeyholderService(GroupStore store)
{
    public Task SetAsync(UserId peer, IReadOnlyCollection<UserId> chosen, Actor by) => store.Write("KeyholdersChosen", by, async unit =>
    {
        var held = await unit.Db.Keyholders.Where(k => k.PeerId == peer && k.Until == null).ToListAsync();
        foreach (var gone in held.Where(h => !chosen.Contains(h.KeyholderId)))
            gone.Until = unit.Now;
        foreach (var id in chosen.Where(c => c != peer && held.All(h => h.KeyholderId != c)).Distinct())
            unit.Db.Keyholders.Add(new Keyholder { Id = Ids.New(), PeerId = peer, KeyholderId = id, From = unit.Now });
    });
}
