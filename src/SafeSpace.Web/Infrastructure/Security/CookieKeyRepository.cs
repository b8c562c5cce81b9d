using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using SafeSpace.Core.Network;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>How the library reads and keeps its keys: in the shared store, sealed (<see cref="CookieKeys"/>). It asks without awaiting.</summary>
internal sealed class CookieKeyRepository(CookieKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Task.Run(keys.ReadAsync).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => keys.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();
}
