using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>How to come into the demonstration in one role.</summary>
public sealed record DemonstrationSignIn(string Email, string Name, Role Role);

/// <summary>One account for each role, and a few more peers whose names stand in the diary.</summary>
internal static class DemonstrationAccounts
{
    public static readonly DemonstrationSignIn[] Roles =
    [
        new("referrer@demo.example", "Jo Marsh", Role.Referrer),
        new("peer@demo.example", "Lottie", Role.Peer),
        new("facilitator@demo.example", "Maureen", Role.Facilitator),
        new("supervisor@demo.example", "Dev", Role.Supervisor),
        new("coordinator@demo.example", "Ruth", Role.Coordinator),
        new("steering@demo.example", "Stan", Role.Steering),
        new("commissioner@demo.example", "Priya N.", Role.Commissioner),
        new("member@demo.example", "Kofi", Role.Member),
    ];

    private static readonly string[] MorePeers = ["Bashir", "Ola", "Trish", "Gwen", "Marcus", "Nell", "Rob", "Sunita"];

    /// <summary>Adds them all; answers each account by its role, and everybody who takes calls.</summary>
    public static async Task<(IReadOnlyDictionary<Role, User> ByRole, IReadOnlyList<InventedPeer> Peers)> AddAsync(GroupStore store, string password)
    {
        var accounts = new AccountService(store);
        var byRole = new Dictionary<Role, User>();
        foreach (var one in Roles)
        {
            Role[] roles = one.Role is Role.Facilitator or Role.Supervisor ? [one.Role, Role.Peer] : [one.Role];
            byRole[one.Role] = await AddAsync(accounts, one.Email, one.Name, roles, password);
        }

        var peers = new List<InventedPeer>();
        foreach (var role in new[] { Role.Peer, Role.Facilitator, Role.Supervisor })
            peers.Add(new InventedPeer(byRole[role].UserId, byRole[role].DisplayName));
        foreach (var name in MorePeers)
        {
            var peer = await AddAsync(accounts, $"{name.ToLowerInvariant()}@demo.example", name, [Role.Peer], password: null);
            peers.Add(new InventedPeer(peer.UserId, name));
        }

        return (byRole, peers);
    }

    private static async Task<User> AddAsync(AccountService accounts, string email, string name, Role[] roles, string? password) =>
        await accounts.AddAsync(email, name, roles, password, Actor.CommandLine) ?? throw new SafeSpaceException($"There is an account {email} already.");
}
