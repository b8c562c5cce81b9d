using SafeSpace.Core.Access;

namespace SafeSpace.Web.Modules.Home;

/// <summary>A card on the start page: where it leads, and the permission it needs. Words are English, translated when shown.</summary>
public sealed record HomeDoor(Permission Needed, string Label, string Hint, string Href);

/// <summary>What the start page offers, by permission. A module adds a line; a card whose page is not there yet is not shown.</summary>
public sealed class HomeDoors(EndpointDataSource endpoints)
{
    private static readonly HomeDoor[] All =
    [
        new(Permission.TakeReferrals, "Refer by phone", "Somebody rings to refer a person.", "/refer"),
        new(Permission.TakeReferrals, "Waiting referrals", "Who was referred and waits for an answer.", "/referrals"),
        new(Permission.ReferByForm, "Refer somebody", "By form, in under a minute.", "/refer/form"),
        new(Permission.ReferByForm, "What I referred", "And whether it was taken.", "/refer/mine"),
        new(Permission.LogContacts, "My people", "Whom to ring today.", "/mine"),
        new(Permission.LogContacts, "Log", "A call, a text, a visit.", "/log"),
        new(Permission.SeeRegister, "Register", "Everybody we know.", "/register"),
        new(Permission.SeeDiary, "Diary", "Every call and visit, by day.", "/diary"),
        new(Permission.DecideDuplicates, "Probable duplicates", "Two records that may be one person.", "/duplicates"),
        new(Permission.Import, "Bring spreadsheets in", "Your register and diary of before.", "/import"),
        new(Permission.SeeFigures, "Monitoring report", "The figures of each month.", "/reports/monitoring"),
        new(Permission.EditGroup, "Our lists", "Teams, reasons, words on the forms.", "/lists"),
        new(Permission.EditGroup, "Our group", "Name, phone, time zone, language.", "/group"),
        new(Permission.EditGroup, "When we are open", "Our hours, and days we are shut.", "/group/hours"),
        new(Permission.ManageAccounts, "Accounts", "Who can sign in, and what they do.", "/accounts"),
        new(Permission.ManageAccounts, "Tokens for programs", "Other programs that may come in.", "/tokens"),
        new(Permission.OwnAccount, "Me", "My password, my phone, my PIN.", "/me"),
    ];

    private readonly Lazy<HomeDoor[]> there = new(() =>
    {
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. All.Where(door => routes.Contains(door.Href))];
    });

    public IEnumerable<HomeDoor> For(Viewer viewer) => there.Value.Where(door => viewer.May(door.Needed));
}
