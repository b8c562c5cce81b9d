using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>What can happen with an account and its ways in.</summary>
public enum AccountEventKind
{
    Made,
    RolesChanged,
    Renamed,
    LinkMade,

    /// <summary>A set-up link was used for the first time.</summary>
    SetUp,

    /// <summary>A set-up link was used on an account that had a password: everything afresh.</summary>
    SetUpAnew,
    PasswordChanged,
    CodeSetUp,
    CodeChanged,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    PinSet,
    PinRemoved,
    PasskeyAdded,
    PasskeyRemoved,
    DeviceRemembered,
    DeviceForgotten,
    SignedOut,
    SignedOutEverywhere,

    /// <summary>Too many wrong passwords or codes: it waits for ten minutes.</summary>
    Waiting,
    Closed,
    OpenedAgain,
}

/// <summary>
/// One thing that happened with an account: recorded, so in the chain. An account itself is no recorded row, because tries and stamps
/// change it all the time; what a colleague may have to answer for is written down here. No secret, no address.
/// </summary>
public sealed class AccountEvent : IRecorded
{
    public Guid Id { get; set; }

    /// <summary>Whose account.</summary>
    public UserId UserId { get; set; }

    public AccountEventKind Kind { get; set; }

    public DateTime At { get; set; }

    /// <summary>Which account did it; null for the command line and for the application itself.</summary>
    public UserId? ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>Roles it has from then on, or what browser; null where the kind says it all.</summary>
    public string? What { get; set; }

    public Guid RowId => Id;

    /// <summary>Of these the owner is told by mail: who took an account over would not. Whoever sets up a new account needs no mail about it.</summary>
    public static readonly IReadOnlyList<AccountEventKind> Told =
    [
        AccountEventKind.SetUpAnew, AccountEventKind.PasswordChanged, AccountEventKind.CodeChanged, AccountEventKind.RecoveryCodesMade, AccountEventKind.PasskeyAdded,
        AccountEventKind.PasskeyRemoved,
    ];
}

/// <summary>Writes down what happened with an account, in the change that makes it happen.</summary>
internal static class AccountEvents
{
    /// <param name="own">Whoever the change is said to be by, it is the account's own doing.</param>
    public static void Note(Unit unit, UserId whose, AccountEventKind kind, string? what = null, bool own = false) => unit.Db.AccountEvents.Add(new AccountEvent
    {
        Id = Ids.New(),
        UserId = whose,
        Kind = kind,
        At = unit.Now,
        ById = own ? whose : unit.By.Id,
        ByName = own ? "" : unit.By.Name,
        What = string.IsNullOrEmpty(what) ? null : what,
    });

    public static string Words(IEnumerable<Role> roles) => string.Join(',', roles.Distinct().Order());
}

internal sealed class AccountEventMapping : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.UserId, e.Id });
    }
}
