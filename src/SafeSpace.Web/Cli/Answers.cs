using System.CommandLine;
using System.Text.Json;

namespace SafeSpace.Web.Cli;

/// <summary>How commands answer: in words for people, or as one JSON object in snake case with <c>--json</c>.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Option<string> Group(Command command)
    {
        var option = new Option<string>("--group") { Description = "The group's short name.", Required = true };
        command.Options.Add(option);
        return option;
    }

    public static Option<bool> Json(Command command)
    {
        var option = new Option<bool>("--json") { Description = "Answer with one JSON object and nothing else." };
        command.Options.Add(option);
        return option;
    }

    /// <summary>A value outside these bounds is wrong usage. What is no such value at all, the library itself refuses.</summary>
    public static void MustBe<T>(this Option<T> option, Func<T, bool> right, string sentence) => option.Validators.Add(result =>
    {
        try
        {
            if (result.GetValueOrDefault<T>() is { } value && !right(value))
                result.AddError(sentence);
        }
        catch (InvalidOperationException)
        {
            // Not a number, say: reported when it is read.
        }
    });

    public static TextWriter Out(this ParseResult parsed) => parsed.InvocationConfiguration.Output;

    public static TextWriter Error(this ParseResult parsed) => parsed.InvocationConfiguration.Error;

    /// <summary>Answers with <paramref name="facts"/> as JSON, or with the words.</summary>
    public static async Task AnswerAsync(this ParseResult parsed, Option<bool> json, object facts, params string[] words)
    {
        if (parsed.GetValue(json))
            await parsed.Out().WriteLineAsync(JsonSerializer.Serialize(facts, Shape));
        else
            foreach (var line in words)
                await parsed.Out().WriteLineAsync(line);
    }
}
