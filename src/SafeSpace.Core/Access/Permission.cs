namespace SafeSpace.Core.Access;

/// <summary>Everything that can be allowed. Closed by default: a page or endpoint names the one it needs.</summary>
public enum Permission
{
    /// <summary>Own account: password, passkeys, PIN, devices.</summary>
    OwnAccount,

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

    /// <summary>Step down, close and reopen cases.</summary>
    ManageCases,

    /// <summary>Who looked at a person's record.</summary>
    SeeWhoLooked,

    /// <summary>Decide probable duplicates, merge, undo.</summary>
    DecideDuplicates,

    /// <summary>Bring spreadsheets in.</summary>
    Import,

    /// <summary>Monitoring figures.</summary>
    SeeFigures,

    /// <summary>The rows behind a figure, with names.</summary>
    OpenFigures,

    /// <summary>Lists, wording, what the group says of itself.</summary>
    EditGroup,

    /// <summary>Accounts, roles, tokens.</summary>
    ManageAccounts,
}

/// <summary>Which role may do what. Written out as docs/access-matrix.md by a test.</summary>
public static class Permissions
{
    private static readonly Dictionary<Role, Permission[]> Allowed = new()
    {
        [Role.Referrer] = [Permission.OwnAccount, Permission.ReferByForm, Permission.ReferByInterface],
        [Role.Peer] = [Permission.OwnAccount, Permission.SeePeople, Permission.LogContacts],
        [Role.Facilitator] =
        [
            Permission.OwnAccount, Permission.ReferByInterface, Permission.TakeReferrals, Permission.SeePeople, Permission.SeeRegister, Permission.EditPeople,
            Permission.LogContacts, Permission.SeeDiary, Permission.ManageCases, Permission.DecideDuplicates, Permission.SeeFigures, Permission.OpenFigures,
        ],
        [Role.Supervisor] =
        [
            Permission.OwnAccount, Permission.ReferByInterface, Permission.TakeReferrals, Permission.SeePeople, Permission.SeeRegister, Permission.EditPeople,
            Permission.LogContacts, Permission.SeeDiary, Permission.ManageCases, Permission.SeeWhoLooked, Permission.DecideDuplicates,
            Permission.SeeFigures, Permission.OpenFigures,
        ],
        [Role.Coordinator] =
        [
            Permission.OwnAccount, Permission.SeePeople, Permission.SeeRegister, Permission.EditPeople, Permission.SeeDiary, Permission.SeeWhoLooked,
            Permission.DecideDuplicates, Permission.Import, Permission.SeeFigures, Permission.OpenFigures, Permission.EditGroup, Permission.ManageAccounts,
        ],
        [Role.Steering] = [Permission.OwnAccount, Permission.SeeFigures],
        [Role.Commissioner] = [Permission.OwnAccount],
        [Role.Member] = [Permission.OwnAccount],
    };

    public static IReadOnlySet<Permission> Of(IEnumerable<Role> roles) => roles.SelectMany(r => Allowed[r]).ToHashSet();
}
