using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Invented;

/// <summary>How much to invent. The same plan gives the same figures, day for day before yesterday's date.</summary>
public sealed record InventionPlan(int People, int Contacts)
{
    public double Years { get; init; } = 1.5;

    public int Seed { get; init; } = 1;

    /// <summary>Who made the contacts; without any, invented names.</summary>
    public IReadOnlyList<InventedPeer> Peers { get; init; } = [.. InventedNames.Peers.Select(n => new InventedPeer(null, n))];

    public int Days => Math.Max(1, (int)Math.Round(Years * 365.25));
}

/// <summary>A peer of the invented diary: an account, or only a name.</summary>
public sealed record InventedPeer(UserId? Id, string Name);

public sealed record InventionMade(int People, int Referrals, int Contacts);
