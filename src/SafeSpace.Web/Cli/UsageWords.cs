using System.CommandLine;
using System.Text.RegularExpressions;
using SafeSpace.Core.Access;

namespace SafeSpace.Web.Cli;

/// <summary>What is wrong with how a command was given, in words without the names of types.</summary>
internal static partial class UsageWords
{
    public static string Of(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0
            ? $"There is no command \"{parsed.UnmatchedTokens[0]}\"."
            : string.Join(" ", parsed.Errors.Select(e => Plain(e.Message)).Distinct());

    private static string Plain(string message)
    {
        if (Unreadable().Match(message) is not { Success: true } read)
            return message;
        var what = read.Groups["type"].Value.Split('.')[^1].TrimEnd('[', ']');
        var wanted = what switch
        {
            nameof(Role) => "one of: " + string.Join(", ", Enum.GetNames<Role>().Select(n => n.ToLowerInvariant())),
            nameof(Int32) or nameof(Int64) => "a whole number",
            nameof(Double) or nameof(Decimal) => "a number",
            _ => "something else",
        };
        return $"\"{read.Groups["value"].Value}\" cannot be the {read.Groups["option"].Value}: write {wanted}.";
    }

    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for (?:option|argument|command) '(?<option>[^']*)' as expected type '(?<type>[^']*)'", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Unreadable();
}
