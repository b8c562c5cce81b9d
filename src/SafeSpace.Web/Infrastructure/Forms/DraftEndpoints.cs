using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Infrastructure.Forms;

/// <summary>What a form holds while it is typed: the name of each field and its words.</summary>
/// <param name="Copy">Which window types: eight letters and digits of its own; empty where there is only one.</param>
public sealed record TypedDraft(string? Key, Dictionary<string, string>? Fields, string? Copy = null);

/// <summary>For wwwroot/js/draft.js: keeps, offers and throws away what the signed-in person alone was typing.</summary>
public static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/drafts").RequireAuthorization(new NeedsAttribute(Permission.OwnAccount)).ExcludeFromDescription();
        drafts.MapPost("", SaveAsync).RequireFormToken();
        drafts.MapGet("/browser-key", KeyAsync);
        drafts.MapGet("/{key}", FindAsync);
        drafts.MapDelete("/{key}", DropAsync).RequireFormToken();
        app.MapPost("/kept/throw", ThrowAwayAsync).RequireAuthorization(new NeedsAttribute(Permission.OwnAccount)).ExcludeFromDescription();
    }

    private static async Task<IResult> SaveAsync(TypedDraft draft, Drafts drafts, Viewer viewer)
    {
        if (!IsKey(draft.Key) || !IsCopy(draft.Copy) || draft.Fields is null || viewer.Id is not { } owner)
            return Results.BadRequest();
        var words = JsonSerializer.Serialize(draft.Fields);
        if (words.Length > Drafts.MostWords)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        await drafts.SaveAsync(owner, Name(draft.Key!, draft.Copy), words);
        return Results.NoContent();
    }

    private static async Task<IResult> FindAsync(string key, Drafts drafts, Viewer viewer)
    {
        if (!IsKey(key) || viewer.Id is not { } owner)
            return Results.NoContent();
        var kept = await drafts.FindAllAsync(owner, key);
        if (kept.Count == 0)
            return Results.NoContent();
        return Results.Json(new { kept[0].SavedAt, kept[0].Copy, fields = FieldsOf(kept[0]), others = kept.Skip(1).Select(o => new { o.SavedAt, o.Copy, fields = FieldsOf(o) }) });
    }

    /// <summary>What this account's typing is sealed with while the line is down. The browser holds it as long as the page is open.</summary>
    private static async Task<IResult> KeyAsync(Drafts drafts, Viewer viewer)
    {
        if (viewer.Id is not { } owner)
            return Results.NoContent();
        var key = await drafts.BrowserKeyAsync(owner);
        return Results.Json(new { key = Convert.ToBase64String(key.Key), key.Tag });
    }

    private static async Task<IResult> DropAsync(string key, Drafts drafts, Viewer viewer, string? copy = null)
    {
        if (IsKey(key) && IsCopy(copy) && viewer.Id is { } owner)
            await drafts.DropAsync(owner, Name(key, copy));
        return Results.NoContent();
    }

    private static Dictionary<string, string>? FieldsOf(KeptWords kept) => JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Words);

    private static string Name(string key, string? copy) => string.IsNullOrEmpty(copy) ? key : key + Drafts.CopySign + copy;

    private static bool IsCopy(string? copy) => copy is null || (copy.Length <= 12 && copy.All(char.IsAsciiLetterOrDigit));

    private static async Task<IResult> ThrowAwayAsync([FromForm] string path, [FromForm] string copy, KeptPosts.KeptPosts kept, Viewer viewer, HttpContext context)
    {
        var local = path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal);
        if (!local || !IsCopy(copy) || viewer.Id is not { } owner)
            return Results.BadRequest();
        await kept.DropAsync(path, copy, owner);
        return Results.LocalRedirect(context.Request.PathBase + path);
    }

    private static bool IsKey(string? key) =>
        key is { Length: > 0 and <= Drafts.LongestKey - 13 } && !key.Contains(Drafts.CopySign, StringComparison.Ordinal) && !key.StartsWith(Drafts.PostPrefix, StringComparison.Ordinal) && !key.Any(char.IsControl);
}
