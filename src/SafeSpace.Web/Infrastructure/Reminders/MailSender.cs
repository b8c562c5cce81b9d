using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using SafeSpace.Core.Peers;

namespace SafeSpace.Web.Infrastructure.Reminders;

/// <summary>E-mail by SMTP. A mail server cannot be asked about a message: where nobody knows whether it went, it is let be.</summary>
internal sealed class MailSender(IOptions<ReminderOptions> options) : IReminderSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Until the server has greeted and let us in. Meanwhile no group's jobs are done.</summary>
    private static readonly TimeSpan PatienceAtTheDoor = TimeSpan.FromSeconds(10);

    public ReminderWay Way => ReminderWay.Email;

    public bool IsSetUp => options.Value.CanEmail;

    public async Task SendAsync(string to, string message, Guid id, CancellationToken cancel)
    {
        if (!MailboxAddress.TryParse(options.Value.SmtpFrom, out var from) || !MailboxAddress.TryParse(to, out var address))
            throw new NotSentException("no address", final: true);
        using var mail = new MimeMessage { Subject = "Safe Space", Body = new TextPart("plain") { Text = message }, MessageId = $"{id}@{from.Domain}" };
        mail.From.Add(from);
        mail.To.Add(address);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        using var door = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        door.CancelAfter(PatienceAtTheDoor);
        try
        {
            await client.ConnectAsync(options.Value.SmtpHost!, options.Value.SmtpPort, options.Value.SmtpWithoutTls ? SecureSocketOptions.StartTlsWhenAvailable : Secure(options.Value.SmtpPort), door.Token);
            if (!string.IsNullOrEmpty(options.Value.SmtpUser))
                await client.AuthenticateAsync(options.Value.SmtpUser, options.Value.SmtpPassword ?? "", door.Token);
        }
        catch (Exception error) when (error is SocketException or IOException or SslHandshakeException or AuthenticationException or SmtpCommandException or SmtpProtocolException or NotSupportedException or TimeoutException or OperationCanceledException)
        {
            throw new NotSentException(error.GetType().Name, away: true); // nothing was handed over yet
        }

        try
        {
            await client.SendAsync(mail, cancel);
        }
        catch (SmtpCommandException error)
        {
            throw new NotSentException($"answered {(int)error.StatusCode}", final: error.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)error.StatusCode >= 500);
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception error) when (error is IOException or SmtpProtocolException or SmtpCommandException or SocketException)
        {
            // It went; how the server says goodbye does not matter.
        }
    }

    public Task<bool?> WasSentAsync(Guid id, CancellationToken cancel) => Task.FromResult<bool?>(null);

    private static SecureSocketOptions Secure(int port) => port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
}
