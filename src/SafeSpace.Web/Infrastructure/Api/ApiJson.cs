using System.Text.Json;
using System.Text.Json.Serialization;

namespace SafeSpace.Web.Infrastructure.Api;

/// <summary>JSON as programs get and send it: names in snake case, as in the reports and the commands.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Set(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        // A misspelt field is told, not dropped: what was sent in it would be lost.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        // So is one that is sent twice: one of the two would be lost.
        options.AllowDuplicateProperties = false;
        return options;
    }
}
