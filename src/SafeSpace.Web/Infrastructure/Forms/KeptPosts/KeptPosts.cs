using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Forms.KeptPosts;

/// <summary>What a post held, and when it was kept (UTC).</summary>
public sealed record KeptPost(PostedFields Fields, DateTime SavedAt);

/// <summary>Keeps what a post held that could not be taken, sealed for whoever sent it, for 30 minutes.</summary>
public sealed class KeptPosts(Drafts drafts)
{
    private const string Hint = "ss-kept";

    /// <summary>Keeps the form of this request for <paramref name="owner"/>. Does nothing when it is no form, too long, or the store is too busy.</summary>
    public async Task KeepAsync(HttpContext context, UserId owner)
    {
        if (await PostedFields.ReadAsync(context) is not { Values.Count: > 0 } fields || fields.Write() is not { Length: <= Core.Data.Drafts.MostWords } words)
            return;
        try
        {
            await drafts.SaveAsync(owner, KeyOf(context), words);
        }
        catch (Exception error) when (Faults.StatusOf(error) == StatusCodes.Status503ServiceUnavailable)
        {
            return;
        }

        // Says only "there may be something": other pages are spared the question.
        context.Response.Cookies.Append(Hint, "1", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = Core.Data.Drafts.PostsKept,
            Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
        });
    }

    /// <summary>What was kept of a post to this very page; null when there is nothing, or it is older than 30 minutes.</summary>
    public async Task<KeptPost?> FindAsync(HttpContext context, UserId owner)
    {
        if (!context.Request.Cookies.ContainsKey(Hint))
            return null;
        var kept = await drafts.FindAsync(owner, KeyOf(context));
        return kept is not null && PostedFields.Parse(kept.Words) is { } fields ? new KeptPost(fields, kept.SavedAt) : null;
    }

    public async Task DropAsync(HttpContext context, UserId owner)
    {
        if (context.Request.Cookies.ContainsKey(Hint))
            await drafts.DropAsync(owner, KeyOf(context));
    }

    public Task DropAsync(string path, UserId owner) => drafts.DropAsync(owner, KeyOf(path));

    private static string KeyOf(HttpContext context) => KeyOf(context.Request.Path.Value ?? "/");

    private static string KeyOf(string path) =>
        Core.Data.Drafts.PostPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
}
