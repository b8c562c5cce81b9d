using System.Security.Cryptography;
using System.Text;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Forms.KeptPosts;

/// <summary>What a post held, and when it was kept (UTC).</summary>
/// <param name="Copy">Which of several that were sent to one page: two windows never write over each other.</param>
public sealed record KeptPost(PostedFields Fields, DateTime SavedAt, string Copy);

/// <summary>Keeps what a post held that could not be taken, sealed for whoever sent it, for 30 minutes.</summary>
public sealed class KeptPosts(Drafts drafts)
{
    private const string Hint = "ss-kept";

    /// <summary>In the address: which of them is put back.</summary>
    public const string Asked = "kept";

    /// <summary>Keeps the form of this request for <paramref name="owner"/>. Does nothing when it is no form, too long, or the store is too busy.</summary>
    public async Task KeepAsync(HttpContext context, UserId owner)
    {
        if (await PostedFields.ReadAsync(context) is not { Values.Count: > 0 } fields || fields.Write() is not { Length: <= Core.Data.Drafts.MostWords } words)
            return;
        try
        {
            await drafts.SaveAsync(owner, Name(KeyOf(context), CopyOf(fields)), words);
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

    /// <summary>What was kept of posts to this very page, the newest first; nothing that is older than 30 minutes.</summary>
    public async Task<IReadOnlyList<KeptPost>> FindAsync(HttpContext context, UserId owner)
    {
        if (!context.Request.Cookies.ContainsKey(Hint))
            return [];
        var kept = await drafts.FindAllAsync(owner, KeyOf(context));
        return [.. from words in kept let fields = PostedFields.Parse(words.Words) where fields is not null select new KeptPost(fields, words.SavedAt, words.Copy)];
    }

    /// <summary>Throws away what was kept of the post that now went well: the one that was put back, and this very form.</summary>
    public async Task DropAsync(HttpContext context, UserId owner)
    {
        if (!context.Request.Cookies.ContainsKey(Hint))
            return;
        if (await PostedFields.ReadAsync(context) is { } fields)
            await drafts.DropAsync(owner, Name(KeyOf(context), CopyOf(fields)));
        if (context.Request.Query[Asked].ToString() is { Length: CopyLength } copy)
            await drafts.DropAsync(owner, Name(KeyOf(context), copy));
    }

    public Task DropAsync(string path, string copy, UserId owner) => drafts.DropAsync(owner, Name(KeyOf(path), copy));

    private const int CopyLength = 12;

    private static string Name(string key, string copy) => copy.Length == 0 ? key : key + Core.Data.Drafts.CopySign + copy; // a version before this one kept one of each page

    /// <summary>A form that names itself is one, however often it comes; of any other each wording is one.</summary>
    private static string CopyOf(PostedFields fields) => Hash(fields.Values.TryGetValue("FormId", out var id) ? string.Concat(id) : fields.Write())[..CopyLength];

    private static string KeyOf(HttpContext context) => KeyOf(context.Request.Path.Value ?? "/");

    private static string KeyOf(string path) =>
        Core.Data.Drafts.PostPrefix + Hash(path);

    private static string Hash(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
