using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;

namespace SafeSpace.Web.Infrastructure.Forms.KeptPosts;

/// <summary>What somebody typed into a form: every field but tokens, passwords, PINs and codes.</summary>
public sealed record PostedFields(IReadOnlyDictionary<string, string[]> Values)
{
    private static readonly string[] Secret = ["password", "passphrase", "passphraseagain", "pin", "code", "secret", "token"];

    /// <summary>Ends like a secret and is none.</summary>
    private const string Postcode = "postcode";

    /// <summary>Null when the request is no form, or one too large to be somebody's typing.</summary>
    public static async Task<PostedFields?> ReadAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
            return null;
        try
        {
            var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetTokens(context).FormFieldName;
            var form = await context.Request.ReadFormAsync();
            return new PostedFields(form.Where(f => f.Key != token && !IsSecret(f.Key)).ToDictionary(f => f.Key, f => Words(f.Value)));
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    public static PostedFields? Parse(string words) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(words) is { } values ? new PostedFields(values) : null;

    /// <summary>The same words however the form was ordered.</summary>
    public string Write() => JsonSerializer.Serialize(Values.OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary());

    private static string[] Words(StringValues values) => [.. values.Select(v => v ?? "")];

    private static bool IsSecret(string name) =>
        !name.EndsWith(Postcode, StringComparison.OrdinalIgnoreCase) && Array.Exists(Secret, s => name.EndsWith(s, StringComparison.OrdinalIgnoreCase));
}
