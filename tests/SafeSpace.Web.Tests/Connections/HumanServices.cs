using System.Text.Json;
using System.Text.RegularExpressions;

namespace SafeSpace.Web.Tests.Connections;

/// <summary>
/// What HSDS 3.0 asks of the objects we publish (docs.openreferral.org, Schema Reference 3.0): which properties must be there, their types,
/// formats and closed lists. Written here from the reference and held against its schema files, object by object (November 2026); the reference itself is no part of this repository.
/// </summary>
internal static partial class HumanServices
{
    private static readonly Dictionary<string, (string[] Required, Dictionary<string, string> Properties)> Objects = new()
    {
        ["service"] = (["id", "name", "status"], new()
        {
            ["id"] = "uuid",
            ["name"] = "text",
            ["description"] = "text",
            ["url"] = "uri",
            ["email"] = "email",
            ["status"] = "active|inactive|defunct|temporarily closed",
            ["application_process"] = "text",
            ["eligibility_description"] = "text",
            ["assured_date"] = "date",
            ["phones"] = "[phone]",
            ["contacts"] = "[contact]",
            ["schedules"] = "[schedule]",
            ["service_at_locations"] = "[service_at_location]",
            ["organization"] = "{organization}",
        }),
        ["organization"] = (["id", "name", "description"], new() { ["id"] = "uuid", ["name"] = "text", ["description"] = "text" }),
        ["contact"] = (["id"], new() { ["id"] = "uuid", ["phones"] = "[phone]" }),
        ["phone"] = (["id", "number"], new() { ["id"] = "uuid", ["number"] = "text" }),
        ["schedule"] = (["id"], new() { ["id"] = "uuid", ["description"] = "text" }),
        ["service_at_location"] = (["id"], new() { ["id"] = "uuid", ["location"] = "{location}" }),
        ["location"] = (["id", "location_type"], new() { ["id"] = "uuid", ["location_type"] = "physical|postal|virtual", ["addresses"] = "[address]" }),
        ["address"] = (["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"], new()
        {
            ["id"] = "uuid",
            ["address_1"] = "text",
            ["city"] = "text",
            ["state_province"] = "text",
            ["postal_code"] = "text",
            ["country"] = "country",
            ["address_type"] = "physical|postal|virtual",
        }),
    };

    /// <summary>A page of the list of services, with its counts.</summary>
    public static IReadOnlyList<string> MistakesInPage(JsonElement page)
    {
        (string Name, JsonValueKind[] Kinds)[] wanted =
        [
            ("total_items", [JsonValueKind.Number]), ("total_pages", [JsonValueKind.Number]), ("page_number", [JsonValueKind.Number]), ("size", [JsonValueKind.Number]),
            ("first_page", [JsonValueKind.True, JsonValueKind.False]), ("last_page", [JsonValueKind.True, JsonValueKind.False]), ("empty", [JsonValueKind.True, JsonValueKind.False]), ("contents", [JsonValueKind.Array]),
        ];
        List<string> wrong = [.. wanted.Where(w => !page.TryGetProperty(w.Name, out var value) || !w.Kinds.Contains(value.ValueKind)).Select(w => w.Name)];
        return [.. wrong, .. page.GetProperty("contents").EnumerateArray().SelectMany(s => MistakesIn("service", s, "service"))];
    }

    public static IEnumerable<string> MistakesIn(string name, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [$"{at} is no object"];
        var (required, properties) = Objects[name];
        var missing = required.Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{at} has no {r}");
        return missing.Concat(value.EnumerateObject().SelectMany(p => properties.TryGetValue(p.Name, out var rule) ? Check(rule, p.Value, $"{at}.{p.Name}") : [$"{at}.{p.Name} is not in the standard"]));
    }

    private static IEnumerable<string> Check(string rule, JsonElement value, string at) => rule[0] switch
    {
        '{' => MistakesIn(rule.Trim('{', '}'), value, at),
        '[' => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, i) => MistakesIn(rule.Trim('[', ']'), item, $"{at}[{i}]")) : [$"{at} is no list"],
        _ => value.ValueKind != JsonValueKind.String ? [$"{at} is no text"] : Fits(rule, value.GetString()!) ? [] : [rule.Contains('|', StringComparison.Ordinal) ? $"{at} is {value.GetString()}" : $"{at} is no {rule}"],
    };

    private static bool Fits(string rule, string text) => rule switch
    {
        "text" => true,
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "email" => System.Net.Mail.MailAddress.TryCreate(text, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "country" => Country().IsMatch(text),
        _ => rule.Split('|').Contains(text),
    };

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Country();
}
