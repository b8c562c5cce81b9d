using SafeSpace.Core.Data;

namespace SafeSpace.Web.Infrastructure.Forms;

/// <summary>
/// Short notes to wwwroot/js/draft.js, in cookies it may read: which window's words were saved, and who signed off. It then deletes
/// what it had kept in the browser. Neither says anything about anybody.
/// </summary>
public static class BrowserNotes
{
    private const string DoneNote = "ss-done", OffNote = "ss-off";

    /// <summary>The words of this draft are saved: what the browser kept of them can go.</summary>
    public static void Done(HttpContext context, string key)
    {
        if (key.LastIndexOf(Drafts.CopySign) is >= 0 and var sign && key[(sign + 1)..] is { Length: > 0 and <= 12 } copy && copy.All(char.IsAsciiLetterOrDigit))
            Leave(context, DoneNote, copy);
    }

    /// <summary>The account of this tag has signed off: what the browser kept of its typing goes.</summary>
    public static void Off(HttpContext context, string tag) => Leave(context, OffNote, tag);

    private static void Leave(HttpContext context, string note, string value) => context.Response.Cookies.Append(note, value, new CookieOptions
    {
        HttpOnly = false,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromMinutes(10),
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
        IsEssential = true,
    });
}
