using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Access;

/// <summary>The roles as people choose them, each with what it is for.</summary>
internal static class RoleChoices
{
    private static readonly (Role Role, string Hint)[] All =
    [
        (Role.Peer, "Supports people: rings, meets, writes down."),
        (Role.Facilitator, "On the desk: takes referrals, sees the register."),
        (Role.Supervisor, "Sees that nobody is forgotten, and who looked at a record."),
        (Role.Coordinator, "Accounts, lists, imports, month end."),
        (Role.Referrer, "Refers people from a public service; sees only those."),
        (Role.Steering, "Figures, never names."),
        (Role.Commissioner, "Published figures."),
        (Role.Member, "Gets and gives help in the community."),
    ];

    public static IReadOnlyList<Choice> For(Texts texts) => [.. All.Select(r => new Choice(r.Role.ToString(), texts[r.Role.ToString()], texts[r.Hint]))];
}
