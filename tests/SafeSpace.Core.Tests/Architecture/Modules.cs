using System.Reflection;

namespace SafeSpace.Core.Tests.Architecture;

/// <summary>The rooms of the house, and who may know of whom.</summary>
internal static class Modules
{
    private static readonly string[] Foundations = ["Shared", "Data", "Access", "Audit"];

    /// <summary>Rooms that read everything: reports, exchanges, jobs, what brings spreadsheets in, and what erases somebody everywhere.</summary>
    private static readonly string[] KnowAll = ["Reports", "SocialValue", "Interop", "Jobs", "Privacy"];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Shared"] = [],
        // The context is the identity library's, so it knows what an account is.
        ["Data"] = ["Shared", "Access"],
        ["Access"] = ["Shared", "Data"],
        ["Audit"] = ["Shared", "Data", "Access"],
        ["Network"] = [.. Foundations],
        ["Register"] = [.. Foundations],
        ["Referrals"] = [.. Foundations, "Register"],
        ["Diary"] = [.. Foundations, "Register"],
        // A call marked as hard offers a debrief, and whoever logs is heard from.
        ["FollowUp"] = [.. Foundations, "Register", "Diary", "Peers"],
        ["Desk"] = [.. Foundations, "Register", "Referrals", "Diary", "Peers", "FollowUp"],
        // A delivery round asks the desk who must be kept apart.
        ["Help"] = [.. Foundations, "Register", "Diary", "Desk"],
        // Nobody is brought together with whom they must not meet; our own declines stand beside those of partners.
        ["Connections"] = [.. Foundations, "Register", "Referrals", "Diary", "Peers", "FollowUp", "Desk"],
        ["Community"] = [.. Foundations, "Register"],
        // What somebody did this week is read from the diary; how it ended, from the case.
        ["Peers"] = [.. Foundations, "Register", "Diary"],
        ["Feedback"] = [.. Foundations],
        ["Governance"] = [.. Foundations],
        ["Import"] = [.. Foundations, "Register", "Referrals", "Diary", "Community", "SocialValue"],
    };

    /// <summary>Edges that are not allowed, as "Register -> Diary (Person uses Contact)".</summary>
    /// <param name="root">The namespace under which the rooms lie.</param>
    public static IReadOnlyList<string> Broken(Assembly assembly, string root)
    {
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetTypes())
        {
            if (RoomOf(type, root) is not { } from || KnowAll.Contains(from))
                continue;
            foreach (var named in Il.TypesNamedIn(type))
            {
                if (RoomOf(named, root) is { } to && to != from && !(Known.TryGetValue(from, out var known) && known.Contains(to)))
                    broken.Add($"{from} -> {to} ({Plain(type)} uses {named.Name})");
            }
        }

        return [.. broken];
    }

    private static string? RoomOf(Type type, string root) =>
        type.Namespace is { } space && space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;

    private static string Plain(Type type) => type.DeclaringType is { } outer ? Plain(outer) : type.Name;
}
