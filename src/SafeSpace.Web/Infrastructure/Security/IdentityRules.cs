using Microsoft.AspNetCore.Identity;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>What we use of the identity library: password hashing, passkeys, tickets. Passwords and waiting are our own (Core/Access).</summary>
internal static class IdentityRules
{
    public static void Set(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
    }

    /// <summary>
    /// The device asks for its owner (face, finger, its own PIN), so a passkey is both steps in one.
    /// The relying party is the host: passkeys do not work at a bare IP address.
    /// </summary>
    public static void Set(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == AddressOf(context.HttpContext.Request));
    }

    /// <summary>The library asks the Origin header, which says "null" on pages that tell nobody where one comes from, as all of ours do.</summary>
    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
