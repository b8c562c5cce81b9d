namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>How hard the front door is; <c>Doors__TriesPerMinute</c> and so on in the environment. Production keeps the defaults; tests make it quick.</summary>
public sealed class DoorOptions
{
    public const string Section = "Doors";

    /// <summary>A ticket that is not used for so long is no good, however short the idle minutes are.</summary>
    public TimeSpan TicketLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Sign-in tries from one address in a minute. A whole desk shares one address.</summary>
    public int TriesPerMinute { get; set; } = 30;

    /// <summary>Sign-ins at the centre's entrance from one address in a minute: one tablet, a room full of people.</summary>
    public int VisitorsPerMinute { get; set; } = 60;

    /// <summary>Rounds of PBKDF2 for each password and PIN.</summary>
    public int PasswordIterations { get; set; } = Core.Access.PasswordHashing.Rounds;
}
