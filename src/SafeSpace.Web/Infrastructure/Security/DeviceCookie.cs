using SafeSpace.Core.Access;
using SafeSpace.Core.Data;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>The cookie of a remembered device: bound to the group's path, good for ninety days.</summary>
public sealed class DeviceCookie(IHttpContextAccessor http, GroupStore store, GroupDb db)
{
    private const string Cookie = "ss-device";

    private HttpContext Context => http.HttpContext!;

    public Task<(RememberedDevice Device, User User)?> FindAsync() => Devices.FindAsync(db, Context.Request.Cookies[Cookie], store.Clock.Now);

    public void Give(string secret)
    {
        var rules = Rules();
        rules.MaxAge = Devices.Remembered;
        Context.Response.Cookies.Append(Cookie, secret, rules);
    }

    public void Drop() => Context.Response.Cookies.Delete(Cookie, Rules());

    /// <summary>What a browser says it is, in two words, for the list of devices; "" when it says nothing we know.</summary>
    public string Label
    {
        get
        {
            var agent = Context.Request.Headers.UserAgent.ToString();
            string Known(params string[] names) => names.FirstOrDefault(n => agent.Contains(n, StringComparison.Ordinal)) ?? "";
            var browser = Known("Edg", "Firefox", "Chrome", "Safari") is { Length: > 0 } name ? name.Replace("Edg", "Edge", StringComparison.Ordinal) : "";
            var system = Known("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux").Replace("Macintosh", "Mac", StringComparison.Ordinal);
            return string.Join(", ", new[] { browser, system }.Where(word => word.Length > 0));
        }
    }

    private CookieOptions Rules() => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = Context.Request.IsHttps,
        Path = Context.Request.PathBase.Value,
        IsEssential = true,
    };
}
