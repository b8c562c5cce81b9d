using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>What one text message said to the provider.</summary>
public sealed record SentText(string To, string Message, string Reference, string Template, string Token);

/// <summary>Answers as GOV.UK Notify does, on this machine.</summary>
public sealed class FakeNotify : IAsyncDisposable
{
    private WebApplication app = null!;

    public ConcurrentQueue<SentText> Sent { get; } = new();

    /// <summary>What it answers instead of 201, once each; 0 takes the message and breaks the line.</summary>
    public ConcurrentQueue<int> Faults { get; } = new();

    public string Address => app.Urls.First();

    public static async Task<FakeNotify> StartAsync()
    {
        var fake = new FakeNotify();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        fake.app = builder.Build();
        fake.app.MapPost("/v2/notifications/sms", fake.TakeAsync);
        fake.app.MapGet("/v2/notifications", (string reference) => Results.Json(new { notifications = fake.Sent.Where(s => s.Reference == reference).Select(s => new { reference = s.Reference }) }));
        await fake.app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var fault = Faults.TryDequeue(out var code) ? code : 201;
        var root = body.RootElement;
        if (fault is 201 or 0)
            Sent.Enqueue(new SentText(
                root.GetProperty("phone_number").GetString()!, root.GetProperty("personalisation").GetProperty("message").GetString()!, root.GetProperty("reference").GetString()!,
                root.GetProperty("template_id").GetString()!, context.Request.Headers.Authorization.ToString()["Bearer ".Length..]));
        if (fault == 0)
            context.Abort();
        else
            context.Response.StatusCode = fault;
    }
}

/// <summary>A mail server as small as can be, on this machine.</summary>
public sealed class FakeMail : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public FakeMail()
    {
        listener.Start();
        _ = ServeAsync();
    }

    public ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>What it answers to the next recipients, once each.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    /// <summary>Takes the mail and hangs up before it says so.</summary>
    public bool HangsUp { get; set; }

    /// <summary>Takes the line and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How often somebody rang.</summary>
    public int Calls { get; private set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }

            Calls++;
            using (client)
                await TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        if (!IsSilent)
            await writer.WriteLineAsync("220 fake");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".")
                    mail.AppendLine(part);
                Sent.Enqueue(mail.ToString());
                if (HangsUp)
                    return;
                await writer.WriteLineAsync("250 taken");
            }
            else if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Refusals.TryDequeue(out var refusal))
                await writer.WriteLineAsync(refusal);
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else
                await writer.WriteLineAsync("250 ok");
        }
    }
}
