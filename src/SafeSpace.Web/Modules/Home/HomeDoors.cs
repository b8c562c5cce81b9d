using SafeSpace.Core.Access;

namespace SafeSpace.Web.Modules.Home;

/// <summary>A card on the start page: where it leads, and the permission it needs. Words are English, translated when shown.</summary>
public sealed record HomeDoor(Permission Needed, string Label, string Hint, string Href);

/// <summary>What the start page offers, by permission. A module adds a line; a card whose page is not there yet is not shown.</summary>
public sealed class HomeDoors(EndpointDataSource endpoints)
{
    private static readonly HomeDoor[] All =
    [
        new(Permission.SeePeople, "What to do in an emergency", "And whom to ring now.", "/emergency"),
        new(Permission.RunDesk, "Desk", "Who waits, who is on, who is here.", "/desk"),
        new(Permission.TakeReferrals, "Refer by phone", "Somebody rings to refer a person.", "/refer"),
        new(Permission.TakeReferrals, "Waiting referrals", "Who was referred and waits for an answer.", "/referrals"),
        new(Permission.ReferByForm, "Refer somebody", "By form, in under a minute.", "/refer/form"),
        new(Permission.ReferByForm, "What I referred", "And whether it was taken.", "/refer/mine"),
        new(Permission.LogContacts, "My people", "Whom to ring today.", "/mine"),
        new(Permission.LogContacts, "Step-down list", "Whom we ring from home.", "/step-down"),
        new(Permission.ManageCases, "What is promised", "What is late, and who can ring now.", "/promises"),
        new(Permission.OwnPage, "My page", "My plan, and what I can expect.", "/my-page"),
        new(Permission.LogContacts, "Log", "A call, a text, a visit.", "/log"),
        new(Permission.GiveHelp, "Practical help", "Pots, stock, rounds, and what you paid yourself.", "/help"),
        new(Permission.LogContacts, "Written on paper", "Type in what was done while the app was away.", "/log/paper"),
        new(Permission.ReadHandovers, "Handover", "From the one who leaves to the one who comes.", "/handover"),
        new(Permission.OwnAccount, "Since you were last here", "What others did meanwhile.", "/since"),
        new(Permission.MakeNightSheet, "Sheet for the night", "Names and numbers, in case the app is away.", "/night-sheet"),
        new(Permission.RaiseConcern, "Safeguarding concerns", "Who was told, and which answers are due.", "/concerns"),
        new(Permission.SeePartners, "Other services", "What for, for whom, how to refer.", "/partners"),
        new(Permission.LogContacts, "Connections", "Who is on the way to another door.", "/connections"),
        new(Permission.KeepCounselling, "Counselling", "Who waits, which slots are free, what is late.", "/counselling"),
        new(Permission.LogContacts, "Passed back", "What others owe us, and by when.", "/passed-back"),
        new(Permission.LogContacts, "In hospital", "Turns for visiting, and the way home.", "/hospital"),
        new(Permission.LogContacts, "Asks and offers", "What people ask for, and what others can give.", "/asks"),
        new(Permission.LogContacts, "Advocacy", "What we fight for, and its deadlines.", "/advocacy"),
        new(Permission.SeeFigures, "Needs not met", "Who was refused, and what nobody could give.", "/unmet"),
        new(Permission.LogContacts, "My shift", "Sign on, take a break, sign off. Who else is on.", "/shift"),
        new(Permission.SeeRota, "Rota", "Who is on, and when.", "/rota"),
        new(Permission.LogContacts, "Looking after me", "My week, what is enough, and somebody to talk with.", "/me/load"),
        new(Permission.LookAfterPeers, "Debriefs", "Peers who were offered a talk after a hard call.", "/debriefs"),
        new(Permission.LookAfterDesk, "Keep apart", "Two people who must not meet.", "/desk/keep-apart"),
        new(Permission.SeeRegister, "Register", "Everybody we know.", "/register"),
        new(Permission.SeeDiary, "Diary", "Every call and visit, by day.", "/diary"),
        new(Permission.DecideDuplicates, "Probable duplicates", "Two records that may be one person.", "/duplicates"),
        new(Permission.Import, "Bring spreadsheets in", "Your register and diary of before.", "/import"),
        new(Permission.SeeFigures, "Monitoring report", "The figures of each month.", "/reports/monitoring"),
        new(Permission.SeeFigures, "Value statement", "What it is worth, month by month.", "/value"),
        new(Permission.NoteOwnHours, "Hours I led", "My own, week by week.", "/hours"),
        new(Permission.KeepBooks, "The centre's sign-in book", "Who was here, by day; the page at the door.", "/centre"),
        new(Permission.KeepBooks, "Membership list", "Who joined and who left.", "/members"),
        new(Permission.SeePacks, "Published packs", "What those who fund us read.", "/packs"),
        new(Permission.SeeVoices, "Voices", "What referrers and people tell us.", "/voices"),
        new(Permission.ReadStories, "Stories", "Told by people, lent to us.", "/stories"),
        new(Permission.ReviewFiles, "Case files", "A few, drawn at random and read.", "/reviews"),
        new(Permission.EditGroup, "Our lists", "Teams, reasons, words on the forms.", "/lists"),
        new(Permission.EditGroup, "Our group", "Name, phone, time zone, language.", "/group"),
        new(Permission.EditGroup, "Are our records safe?", "Copies, and whether they can be restored.", "/group/care"),
        new(Permission.EditGroup, "Coming back directly", "Without a new referral, once it is agreed.", "/group/coming-back"),
        new(Permission.EditGroup, "When we are open", "Our hours, and days we are shut.", "/group/hours"),
        new(Permission.EditGroup, "Calls and own pages", "How people feel, pages of their own.", "/group/calls"),
        new(Permission.EditGroup, "Our places", "Where we open.", "/group/sites"),
        new(Permission.EditGroup, "Cover and reminders", "How many a shift takes, and what happens when nobody is on.", "/group/cover"),
        new(Permission.EditGroup, "Our desk", "What a late promise does; the contract's plan.", "/group/desk"),
        new(Permission.EditGroup, "Counselling and the directory", "Whose bank holidays we keep, and what we publish.", "/group/connections"),
        new(Permission.KeepPrivacy, "Privacy", "What somebody asked to see, how long we keep, who was erased, what got out.", "/privacy"),
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
