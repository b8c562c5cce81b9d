using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>
/// Who stands in front of us. A proxy on this machine, or one that the operator names (<c>Proxies__Known="10.0.0.2, 10.1.0.0/24"</c>), says from
/// where a request came and whether by https; of anybody else nothing of that is believed.
/// </summary>
internal static class Proxies
{
    public const string Setting = "Proxies:Known";

    /// <exception cref="SafeSpaceException">One of them is no address and no network.</exception>
    public static void Set(ForwardedHeadersOptions options, string? known)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var one in (known ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(one, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new SafeSpaceException($"Proxies__Known: \"{one}\" is no address like 10.0.0.2 and no network like 10.1.0.0/24.");
        }
    }
}
