using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>Who is asking: an account or a token, its roles, and so what it may do.</summary>
public sealed record Viewer(UserId? Id, string Name, IReadOnlySet<Role> Roles)
{
    public static readonly Viewer Nobody = new(null, "", new HashSet<Role>());

    public IReadOnlySet<Permission> Allowed { get; } = Permissions.Of(Roles);

    public Actor Actor => new(Id, Name);

    public bool May(Permission permission) => Allowed.Contains(permission);
}
