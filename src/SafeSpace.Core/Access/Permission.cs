namespace SafeSpace.Core.Access;

/// <summary>Everything that can be allowed. Closed by default: a page or endpoint names the one it needs.</summary>
public enum Permission
{
    /// <summary>Own account: password, passkeys, PIN, devices.</summary>
    OwnAccount,

    /// <summary>One's own page: plan, promises, who looked, what one can give. Only by invitation.</summary>
    OwnPage,

    /// <summary>Refer somebody by form, and see what one referred oneself.</summary>
    ReferByForm,

    /// <summary>Refer somebody through the interface for programs.</summary>
    ReferByInterface,

    /// <summary>Take referrals: refer by phone, take on, point elsewhere, not now.</summary>
    TakeReferrals,

    /// <summary>Open people that row scope shows: their page, plan of contact, timeline.</summary>
    SeePeople,

    /// <summary>The whole register: search, filters, everybody in it.</summary>
    SeeRegister,

    /// <summary>Change what is known of a person; family; factors.</summary>
    EditPeople,

    /// <summary>Log contacts, correct them, promise calls; "my people".</summary>
    LogContacts,

    /// <summary>The diary of any day and any peer.</summary>
    SeeDiary,

    /// <summary>The board: who waits, who is on, who is in the building; give people and calls to peers.</summary>
    RunDesk,

    /// <summary>For the supervisor: who must be kept apart and why, who reached through a wall.</summary>
    LookAfterDesk,

    /// <summary>Step down, close and reopen cases.</summary>
    ManageCases,

    /// <summary>Who looked at a person's record.</summary>
    SeeWhoLooked,

    /// <summary>Decide probable duplicates, merge, undo.</summary>
    DecideDuplicates,

    /// <summary>Write and sign a handover.</summary>
    HandOver,

    /// <summary>Read what was handed over; lines about people outside one's view are left out.</summary>
    ReadHandovers,

    /// <summary>Take names and numbers out of the system for a night without it: printed, or as a sealed file.</summary>
    MakeNightSheet,

    /// <summary>Raise a safeguarding concern, and follow up what one raised oneself.</summary>
    RaiseConcern,

    /// <summary>Every safeguarding concern, answers that are due, closing.</summary>
    SeeConcerns,

    /// <summary>What to do and whom to ring in an emergency.</summary>
    EditEmergency,

    /// <summary>Say that somebody has died, who was told, and that it was a mistake.</summary>
    SayDied,

    /// <summary>Bring spreadsheets in.</summary>
    Import,

    /// <summary>Monitoring figures.</summary>
    SeeFigures,

    /// <summary>The rows behind a figure, with names.</summary>
    OpenFigures,

    /// <summary>Published packs, and nothing behind them.</summary>
    SeePacks,

    /// <summary>Publish a pack, or restate one; the exact figures beside what would be shown.</summary>
    PublishPacks,

    /// <summary>Draw case files at random and read them.</summary>
    ReviewFiles,

    /// <summary>What referrers and people tell us: counts and words, nobody's name.</summary>
    SeeVoices,

    /// <summary>Survey rounds, feedback links, compliments and complaints, and stories as they were told.</summary>
    KeepVoices,

    /// <summary>Stories that were lent to the group.</summary>
    ReadStories,

    /// <summary>Lists, wording, what the group says of itself.</summary>
    EditGroup,

    /// <summary>The record books behind the value statement: hours, levels, sign-ins, members, the crisis log, income, rates; closing months, preparing and publishing a statement.</summary>
    KeepBooks,

    /// <summary>The hours one leads, one's own alone.</summary>
    NoteOwnHours,

    /// <summary>Check a value statement that somebody else prepared.</summary>
    CheckStatements,

    /// <summary>People's rights over what is written about them: erasing, how long we keep, what we hold on somebody, breaches.</summary>
    KeepPrivacy,

    /// <summary>Accounts, roles, tokens.</summary>
    ManageAccounts,

    /// <summary>Give help one can touch, ask back what one paid, see what there is: pots, vouchers, stock, one's own round.</summary>
    GiveHelp,

    /// <summary>Go beyond what a pot has or a partner's rule allows, with a word of reason.</summary>
    ExceedHelp,

    /// <summary>Plan delivery rounds: whom, what, who brings it.</summary>
    PlanRounds,

    /// <summary>Pots and what is put in them, vouchers' rules, what we help with; pay peers back.</summary>
    KeepHelp,

    /// <summary>The rota: who is on, and when.</summary>
    SeeRota,

    /// <summary>Plan shifts, and place others on them.</summary>
    PlanShifts,

    /// <summary>See which debriefs are offered, and note that one was had.</summary>
    LookAfterPeers,

    /// <summary>The directory of partners.</summary>
    SeePartners,

    /// <summary>Add, change, check and close entries of the directory; bring one in.</summary>
    KeepPartners,

    /// <summary>The counselling clock: who waits, counsellors and their slots.</summary>
    KeepCounselling,
}

/// <summary>Which role may do what. Written out as docs/access-matrix.md by a test.</summary>
public static class Permissions
{
    private static readonly Dictionary<Role, Permission[]> Allowed = new()
    {
        [Role.Referrer] = [Permission.OwnAccount, Permission.ReferByForm, Permission.ReferByInterface],
        [Role.Peer] = [Permission.OwnAccount, Permission.SeePeople, Permission.LogContacts, Permission.SeeRota, Permission.ReadHandovers, Permission.RaiseConcern, Permission.ReadStories, Permission.NoteOwnHours, Permission.GiveHelp, Permission.SeePartners],
        [Role.Facilitator] =
        [
            Permission.OwnAccount, Permission.ReferByInterface, Permission.TakeReferrals, Permission.RunDesk, Permission.SeePeople, Permission.SeeRegister, Permission.EditPeople,
            Permission.LogContacts, Permission.SeeDiary, Permission.ManageCases, Permission.DecideDuplicates, Permission.SeeFigures, Permission.OpenFigures,
            Permission.NoteOwnHours,
            Permission.HandOver, Permission.ReadHandovers, Permission.MakeNightSheet, Permission.RaiseConcern, Permission.SayDied,
            Permission.SeeRota, Permission.PlanShifts,
            Permission.ReadStories,
            Permission.GiveHelp, Permission.ExceedHelp, Permission.PlanRounds, Permission.SeePartners, Permission.KeepPartners, Permission.KeepCounselling,
        ],
        [Role.Supervisor] =
        [
            Permission.OwnAccount, Permission.ReferByInterface, Permission.TakeReferrals, Permission.RunDesk, Permission.LookAfterDesk, Permission.SeePeople, Permission.SeeRegister, Permission.EditPeople,
            Permission.LogContacts, Permission.SeeDiary, Permission.ManageCases, Permission.SeeWhoLooked, Permission.DecideDuplicates,
            Permission.SeeFigures, Permission.OpenFigures, Permission.SeeRota, Permission.PlanShifts, Permission.LookAfterPeers,
            Permission.NoteOwnHours, Permission.CheckStatements,
            Permission.HandOver, Permission.ReadHandovers, Permission.MakeNightSheet, Permission.RaiseConcern, Permission.SeeConcerns, Permission.EditEmergency, Permission.SayDied,
            Permission.ReviewFiles, Permission.SeeVoices, Permission.KeepVoices, Permission.ReadStories,
            Permission.GiveHelp, Permission.ExceedHelp, Permission.PlanRounds, Permission.KeepHelp, Permission.SeePartners, Permission.KeepPartners, Permission.KeepCounselling,
        ],
        [Role.Coordinator] =
        [
            Permission.OwnAccount, Permission.SeePeople, Permission.SeeRegister, Permission.EditPeople, Permission.SeeDiary, Permission.SeeWhoLooked,
            Permission.DecideDuplicates, Permission.Import, Permission.SeeFigures, Permission.OpenFigures, Permission.EditGroup, Permission.ManageAccounts, Permission.KeepPrivacy,
            Permission.KeepBooks, Permission.NoteOwnHours, Permission.CheckStatements,
            Permission.EditEmergency,
            Permission.SeeRota, Permission.PlanShifts,
            Permission.SeePacks, Permission.PublishPacks, Permission.ReviewFiles, Permission.SeeVoices, Permission.KeepVoices, Permission.ReadStories,
            Permission.GiveHelp, Permission.ExceedHelp, Permission.PlanRounds, Permission.KeepHelp, Permission.SeePartners, Permission.KeepPartners,
        ],
        [Role.Steering] = [Permission.OwnAccount, Permission.SeeFigures, Permission.CheckStatements, Permission.SeePacks, Permission.SeeVoices, Permission.ReadStories],
        [Role.Commissioner] = [Permission.OwnAccount, Permission.SeePacks],
        [Role.Member] = [Permission.OwnAccount, Permission.ReadStories, Permission.OwnPage],
    };

    public static IReadOnlySet<Permission> Of(IEnumerable<Role> roles) => roles.SelectMany(r => Allowed[r]).ToHashSet();
}
