namespace SafeSpace.Web.Infrastructure.Reminders;

/// <summary>
/// What whoever runs the machine says of the providers, as environment variables: <c>Reminders__NotifyKey</c>,
/// <c>Reminders__NotifyTemplate</c>, <c>Reminders__SmtpHost</c> and so on. A group still has to turn reminders on.
/// </summary>
public sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>The API key of GOV.UK Notify: its name, the service's id and the secret, joined by hyphens.</summary>
    public string? NotifyKey { get; set; }

    /// <summary>The id of a text template whose body is ((message)).</summary>
    public string? NotifyTemplate { get; set; }

    public string NotifyAddress { get; set; } = "https://api.notifications.service.gov.uk";

    public string? SmtpHost { get; set; }

    public int SmtpPort { get; set; } = 587;

    public string? SmtpUser { get; set; }

    public string? SmtpPassword { get; set; }

    /// <summary>The address mails come from.</summary>
    public string? SmtpFrom { get; set; }

    /// <summary>Only for a mail server on the same machine: goes on without encryption when the server has none.</summary>
    public bool SmtpWithoutTls { get; set; }

    public bool CanText => !string.IsNullOrEmpty(NotifyKey) && !string.IsNullOrEmpty(NotifyTemplate);

    public bool CanEmail => !string.IsNullOrEmpty(SmtpHost) && !string.IsNullOrEmpty(SmtpFrom);
}
