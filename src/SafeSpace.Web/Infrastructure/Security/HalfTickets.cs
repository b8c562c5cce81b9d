using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>
/// Between the first step and the second: a cookie that says who gave the right password, in which group, for ten minutes.
/// It opens nothing but the second step.
/// </summary>
public sealed class HalfTickets(IDataProtectionProvider protection, IHttpContextAccessor http, GroupStore store, GroupDb db)
{
    private const string Cookie = "ss-half";
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("Safe Space: half ticket");

    private HttpContext Context => http.HttpContext!;

    public void Give(User user, WayIn way)
    {
        var ends = (store.Clock.Now + GoodFor).Ticks.ToString(CultureInfo.InvariantCulture);
        Context.Response.Cookies.Append(Cookie, protector.Protect($"{store.Slug}|{user.Id:N}|{user.SecurityStamp}|{ends}|{way}"), Rules());
    }

    public void Drop() => Context.Response.Cookies.Delete(Cookie, Rules());

    /// <summary>Who is half in; null when nobody is, or not any more.</summary>
    public async Task<(User User, WayIn Way)?> ReadAsync()
    {
        if (Context.Request.Cookies[Cookie] is not { Length: > 0 } text || Open(text) is not [var slug, var id, var stamp, var ends, var way])
            return null;
        if (slug != store.Slug || store.Clock.Now.Ticks > long.Parse(ends, CultureInfo.InvariantCulture))
            return null;
        var userId = Guid.ParseExact(id, "N");
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.RetiredAt == null);
        return user is not null && user.SecurityStamp == stamp ? (user, Enum.Parse<WayIn>(way)) : null;
    }

    private string[] Open(string text)
    {
        try
        {
            return protector.Unprotect(text).Split('|');
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }

    private CookieOptions Rules() => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = Context.Request.IsHttps,
        Path = Context.Request.PathBase.Value,
        IsEssential = true,
    };
}
