using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Mapping;

namespace SafeSpace.Core.Import.Rows;

/// <summary>A name out of one column, or out of two.</summary>
internal static partial class WholeName
{
    public static (string Given, string Surname) Of(string? given, string? surname, string? whole, NameOrder order)
    {
        if (given is not null || surname is not null || whole is null) return (Tidy(given), Tidy(surname));

        var comma = whole.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0 && order != NameOrder.ForenameFirst) return (Tidy(whole[(comma + 1)..]), Tidy(whole[..comma]));

        var name = Tidy(whole);
        var space = order == NameOrder.SurnameFirst ? name.IndexOf(' ', StringComparison.Ordinal) : SurnameStart(name);
        if (space < 0) return order == NameOrder.SurnameFirst ? ("", name) : (name, "");
        var (first, rest) = (name[..space], name[(space + 1)..]);
        return order == NameOrder.SurnameFirst ? (rest, first) : (first, rest);
    }

    /// <summary>"Joost van der Berg": the surname begins at its particle; otherwise it is the last word.</summary>
    private static int SurnameStart(string name) =>
        Particle().Match(name) is { Success: true } particle ? particle.Index : name.LastIndexOf(' ');

    /// <summary>One space between words, none around; capitals stay as typed.</summary>
    public static string Tidy(string? name) => name is null ? "" : NeedsTidying(name) ? Spaces().Replace(name, " ").Trim() : name;

    private static bool NeedsTidying(string name)
    {
        var before = ' ';
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c) && (c != ' ' || before == ' ')) return true;
            before = c;
        }

        return before == ' ';
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" (?:van|von|de|del|della|di|da|dos|du|le|la|al|el|bin|ibn|ter|ten|mac|st)(?= )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Particle();
}
