using SafeSpace.Core.Peers;

namespace SafeSpace.Web.Infrastructure.Reminders;

/// <summary>A provider surely did not send it.</summary>
/// <param name="kind">A short word of the kind of fault; never what a server said, which may hold an address.</param>
/// <param name="final">Trying again is of no use: the address is none.</param>
/// <param name="away">Nobody answered there: no other message goes that way now either.</param>
public sealed class NotSentException(string kind, bool final = false, bool away = false) : Exception(kind)
{
    public string Kind { get; } = kind;

    public bool IsFinal { get; } = final;

    public bool IsAway { get; } = away;
}

/// <summary>A way out. Any exception but <see cref="NotSentException"/> means: nobody knows whether it went.</summary>
public interface IReminderSender
{
    ReminderWay Way { get; }

    bool IsSetUp { get; }

    /// <param name="id">Given to the provider, so that it can be asked about.</param>
    Task SendAsync(string to, string message, Guid id, CancellationToken cancel);

    /// <returns>Whether it went; null where the provider cannot say.</returns>
    Task<bool?> WasSentAsync(Guid id, CancellationToken cancel);
}

public static class ReminderServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ReminderOptions>(configuration.GetSection(ReminderOptions.Section));
        services.AddSingleton<IReminderSender, NotifySender>();
        services.AddSingleton<IReminderSender, MailSender>();
        services.AddSingleton<SendReminders>();
        return services;
    }
}
