using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>What a coordinator can say of cover, as typed.</summary>
public sealed class CoverChange
{
    public const int LongestMessage = 500;

    public int? LeastPeers { get; set; }

    public int? ShowDays { get; set; }

    public string? EmptyNumber { get; set; }

    public string? EmptyMessage { get; set; }

    public bool SendReminders { get; set; }

    /// <summary>Who agreed to be rung, in the order of their names.</summary>
    public Guid[] Fallbacks { get; set; } = [];

    public static CoverChange Of(CoverSettings settings, IEnumerable<UserId> fallbacks) => new()
    {
        LeastPeers = settings.LeastPeers,
        ShowDays = settings.ShowDays,
        EmptyNumber = settings.EmptyNumber,
        EmptyMessage = settings.EmptyMessage,
        SendReminders = settings.SendReminders,
        Fallbacks = [.. fallbacks.Select(f => f.Value)],
    };

    public IEnumerable<Mistake> Mistakes()
    {
        if (LeastPeers is null or < 1 or > ShiftDetails.MostPeers)
            yield return new Mistake(nameof(LeastPeers), "Between 1 and 50 peers.");
        if (ShowDays is null or < 1 or > 60)
            yield return new Mistake(nameof(ShowDays), "Between 1 and 60 days.");
        if (WrittenText.Check(nameof(EmptyNumber), EmptyNumber, 60) is { } number)
            yield return number;
        if (WrittenText.Check(nameof(EmptyMessage), EmptyMessage, LongestMessage) is { } message)
            yield return message;
    }
}

/// <summary>Keeps what the group decided about cover.</summary>
public sealed class CoverService(GroupStore store)
{
    /// <param name="seen">The version the form was filled in on; null when nothing was decided yet.</param>
    /// <exception cref="StaleVersionException">Somebody else was quicker.</exception>
    public Task DecideAsync(CoverChange change, Guid? seen, Actor by) => store.Write("CoverDecided", by, async unit =>
    {
        var settings = await unit.Db.CoverSettings.SingleOrDefaultAsync();
        if (settings?.Version != seen)
            throw new StaleVersionException();
        if (settings is null)
            unit.Db.CoverSettings.Add(settings = new CoverSettings());
        settings.LeastPeers = change.LeastPeers!.Value;
        settings.ShowDays = change.ShowDays!.Value;
        settings.EmptyNumber = string.IsNullOrWhiteSpace(change.EmptyNumber) ? null : change.EmptyNumber.Trim();
        settings.EmptyMessage = string.IsNullOrWhiteSpace(change.EmptyMessage) ? null : change.EmptyMessage.Trim();
        settings.SendReminders = change.SendReminders;
        var before = await unit.Db.FallbackPeers.Where(f => f.EndedAt == null).ToListAsync();
        foreach (var gone in before.Where(f => !change.Fallbacks.Contains(f.PeerId.Value)))
            gone.EndedAt = unit.Now;
        var next = before.Select(f => f.Position + 1).DefaultIfEmpty(1).Max();
        foreach (var added in (await PeersOfGroup.ReadAsync(unit.Db, [.. change.Fallbacks.Select(f => new UserId(f))])).Where(p => before.All(f => f.PeerId != p.Id)))
            unit.Db.FallbackPeers.Add(new FallbackPeer { Id = Ids.New(), PeerId = added.Id, Position = next++ });
        if (unit.Db.ChangeTracker.Entries<FallbackPeer>().Any(f => f.State != EntityState.Unchanged))
            settings.Version = Ids.New(); // whom to ring is part of what was decided, though it stands in rows of its own
    });
}
