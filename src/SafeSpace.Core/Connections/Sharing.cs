using SafeSpace.Core.Data;

namespace SafeSpace.Core.Connections;

/// <summary>Pieces of a record that a person may agree to share with a partner.</summary>
public enum Share
{
    Name,
    Born,
    Phone,
    Email,
    Address,

    /// <summary>How to reach them safely.</summary>
    SafeTimes,

    /// <summary>To understand each other.</summary>
    Needs,
}

public static class Sharing
{
    internal static string? Write(IEnumerable<Share> shares)
    {
        var names = shares.Distinct().Order().Select(s => Conventions.Snake(s.ToString())).ToList();
        return names.Count == 0 ? null : string.Join(' ', names);
    }

    public static IReadOnlySet<Share> Read(string? shares)
    {
        var named = (shares ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enum.GetValues<Share>().Where(s => named.Contains(Conventions.Snake(s.ToString()))).ToHashSet();
    }
}
