using System.Globalization;
using System.Text.Json;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Api;

/// <summary>What is wrong with a request, beside its fields: problem details with <c>errors</c>, status 400.</summary>
public static class Problems
{
    public static IResult Of(IEnumerable<Mistake> mistakes) => Results.ValidationProblem(
        mistakes.GroupBy(m => NameOf(m.Field)).ToDictionary(g => g.Key, g => g.Select(Sentence).Distinct().ToArray()),
        title: "Please look at this");

    private static string Sentence(Mistake mistake) => string.Format(CultureInfo.InvariantCulture, mistake.Sentence, [.. mistake.Values]);

    private static string NameOf(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
}
