using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>Names the permission a page or endpoint needs: <c>[Needs(Permission.SeeRegister)]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute : AuthorizeAttribute
{
    public NeedsAttribute(Permission permission)
    {
        Permission = permission;
        Policy = PermissionPolicies.NameOf(permission);
    }

    public Permission Permission { get; }
}

/// <summary>One policy for each permission, made from its name.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    private const string Prefix = "may:";

    public static string NameOf(Permission permission) => Prefix + permission;

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!policyName.StartsWith(Prefix, StringComparison.Ordinal))
            return await base.GetPolicyAsync(policyName);
        var permission = Enum.Parse<Permission>(policyName[Prefix.Length..]);
        return new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
                Permissions.Of(context.User.FindAll(Tickets.RoleClaim).Select(c => Enum.Parse<Role>(c.Value))).Contains(permission))
            .Build();
    }
}
