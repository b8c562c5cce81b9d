namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>How hard the front door is. Production keeps the defaults; tests make it quick.</summary>
public sealed class DoorOptions
{
    /// <summary>A ticket that is not used for so long is no good, however short the idle minutes are.</summary>
    public TimeSpan TicketLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Sign-in tries from one address in a minute. A whole desk shares one address.</summary>
    public int TriesPerMinute { get; set; } = 30;

    /// <summary>PBKDF2 with SHA-512: the count OWASP asks for.</summary>
    public int PasswordIterations { get; set; } = 210_000;
}
