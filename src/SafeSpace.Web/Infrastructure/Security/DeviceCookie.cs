using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>The cookie of a remembered device: bound to the group's path, good for ninety days. A shared computer remembers several people.</summary>
public sealed class DeviceCookie(IHttpContextAccessor http, GroupStore store, GroupDb db)
{
    private const string Cookie = "ss-device";
    private const char Between = '.';
    private const int MostPeople = 12;

    private HttpContext Context => http.HttpContext!;

    /// <summary>Everybody this device remembers, by name.</summary>
    public Task<IReadOnlyList<(RememberedDevice Device, User User)>> FindAllAsync() => Devices.FindAllAsync(db, Secrets, store.Clock.Now);

    /// <summary>One more person of a shared computer; somebody who was remembered before is not remembered twice.</summary>
    public async Task GiveAsync(UserId user, string secret)
    {
        var others = new List<string>();
        foreach (var held in Secrets)
            if (await Devices.FindAsync(db, held, store.Clock.Now) is { } known && known.User.Id != user.Value)
                others.Add(held);
        Write([secret, .. others.Take(MostPeople - 1)]);
    }

    /// <summary>Forgets one person; the others of a shared computer stay.</summary>
    public void Drop(RememberedDevice device) =>
        Write([.. Secrets.Where(s => !Core.Access.Secrets.HashOf(s).AsSpan().SequenceEqual(device.SecretHash))]);

    private IReadOnlyCollection<string> Secrets => (Context.Request.Cookies[Cookie] ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private void Write(IReadOnlyList<string> secrets)
    {
        var rules = Rules();
        if (secrets.Count > 0)
        {
            rules.MaxAge = Devices.Remembered;
            Context.Response.Cookies.Append(Cookie, string.Join(Between, secrets), rules);
        }
        else
        {
            Context.Response.Cookies.Delete(Cookie, rules);
        }
    }

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
