using System.Text.RegularExpressions;

namespace SafeSpace.Core.Shared;

/// <summary>A group's short name in addresses, file names and schemas: a letter, then letters, digits and hyphens; 2 to 39 characters.</summary>
public static partial class Slug
{
    /// <summary>Names that mean something else at the root of the address, or to the database.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal)
    {
        "network", "public", "information-schema", "healthz", "readyz", "openapi", "lib", "css", "js", "img", "look", "error", "api", "groups", "favicon", "assets", "keys", "welcome",
    };

    public static bool IsValid(string? slug) =>
        slug is not null && Pattern().IsMatch(slug) && !Reserved.Contains(slug) && !slug.StartsWith("pg-", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,38}$")]
    private static partial Regex Pattern();
}
