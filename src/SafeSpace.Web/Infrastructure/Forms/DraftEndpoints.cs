using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Infrastructure.Forms;

/// <summary>What a form holds while it is typed: the name of each field and its words.</summary>
public sealed record TypedDraft(string? Key, Dictionary<string, string>? Fields);

/// <summary>For wwwroot/js/draft.js: keeps, offers and throws away what the signed-in person alone was typing.</summary>
public static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/drafts").RequireAuthorization(new NeedsAttribute(Permission.OwnAccount)).AddEndpointFilter(CheckFormTokenAsync).ExcludeFromDescription();
        drafts.MapPost("", SaveAsync);
        drafts.MapGet("/{key}", FindAsync);
        drafts.MapDelete("/{key}", DropAsync);
        app.MapPost("/kept/throw", ThrowAwayAsync).RequireAuthorization(new NeedsAttribute(Permission.OwnAccount)).ExcludeFromDescription();
    }

    private static async Task<IResult> SaveAsync(TypedDraft draft, Drafts drafts, Viewer viewer)
    {
        if (!IsKey(draft.Key) || draft.Fields is null || viewer.Id is not { } owner)
            return Results.BadRequest();
        var words = JsonSerializer.Serialize(draft.Fields);
        if (words.Length > Drafts.MostWords)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        await drafts.SaveAsync(owner, draft.Key!, words);
        return Results.NoContent();
    }

    private static async Task<IResult> FindAsync(string key, Drafts drafts, Viewer viewer)
    {
        if (!IsKey(key) || viewer.Id is not { } owner || await drafts.FindAsync(owner, key) is not { } kept)
            return Results.NoContent();
        return Results.Json(new { savedAt = kept.SavedAt, fields = JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Words) });
    }

    private static async Task<IResult> DropAsync(string key, Drafts drafts, Viewer viewer)
    {
        if (IsKey(key) && viewer.Id is { } owner)
            await drafts.DropAsync(owner, key);
        return Results.NoContent();
    }

    private static async Task<IResult> ThrowAwayAsync([FromForm] string path, KeptPosts.KeptPosts kept, Viewer viewer, HttpContext context)
    {
        var local = path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal);
        if (!local || viewer.Id is not { } owner)
            return Results.BadRequest();
        await kept.DropAsync(path, owner);
        return Results.LocalRedirect(context.Request.PathBase + path);
    }

    private static bool IsKey(string? key) =>
        key is { Length: > 0 and <= Drafts.LongestKey } && !key.StartsWith(Drafts.PostPrefix, StringComparison.Ordinal) && !key.Any(char.IsControl);

    private static async ValueTask<object?> CheckFormTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return Results.BadRequest();
        return await next(context);
    }
}
