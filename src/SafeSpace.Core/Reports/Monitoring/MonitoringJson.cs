using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>How reports are written for programs: snake case, months as 2021-01, letters of every script as they are.</summary>
public static class MonitoringJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write(MonitoringReport report) => JsonSerializer.Serialize(report, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new MonthText());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class MonthText : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

        public override Month ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());

        private static Month Parse(string? text) =>
            Month.TryParse(text, out var month) ? month : throw new JsonException("A month is written like 2021-01.");
    }
}
