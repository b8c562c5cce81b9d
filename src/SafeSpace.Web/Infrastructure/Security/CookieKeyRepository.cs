using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Network;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>Keys for cookies lie in the shared store, so that every web node reads the same ones.</summary>
internal sealed class CookieKeyRepository(Stores stores) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(async () =>
    {
        await using var db = await stores.NetworkAsync();
        return (await db.CookieKeys.AsNoTracking().Select(k => k.Xml).ToListAsync()).Select(XElement.Parse).ToList();
    }).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Task.Run(async () =>
    {
        await using var db = await stores.NetworkAsync();
        db.CookieKeys.Add(new CookieKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        await db.SaveChangesAsync();
    }).GetAwaiter().GetResult();
}
