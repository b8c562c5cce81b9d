using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Peers;

namespace SafeSpace.Web.Infrastructure.Reminders;

/// <summary>
/// Text messages by GOV.UK Notify, straight to its documented interface (docs.notifications.service.gov.uk/rest-api.html):
/// a token signed with the service's secret for each call, and a reference by which a message is asked about afterwards.
/// </summary>
internal sealed class NotifySender(IOptions<ReminderOptions> options, TimeProvider time) : IReminderSender, IDisposable
{
    private const int IdLength = 36;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(20) };

    public ReminderWay Way => ReminderWay.Text;

    public bool IsSetUp => options.Value.CanText;

    public async Task SendAsync(string to, string message, Guid id, CancellationToken cancel)
    {
        var body = new JsonObject
        {
            ["phone_number"] = to,
            ["template_id"] = options.Value.NotifyTemplate,
            ["personalisation"] = new JsonObject { ["message"] = message },
            ["reference"] = id.ToString(),
        };
        using var request = Request(HttpMethod.Post, "v2/notifications/sms");
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancel);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new NotSentException("no connection", away: true);
        }

        using (response)
        {
            if (response.IsSuccessStatusCode)
                return;
            if ((int)response.StatusCode >= 500)
                throw new HttpRequestException("The provider failed."); // it may have taken the message before
            throw new NotSentException($"answered {(int)response.StatusCode}", final: response.StatusCode == HttpStatusCode.BadRequest);
        }
    }

    public async Task<bool?> WasSentAsync(Guid id, CancellationToken cancel)
    {
        using var request = Request(HttpMethod.Get, $"v2/notifications?reference={id}");
        using var response = await http.SendAsync(request, cancel);
        if (!response.IsSuccessStatusCode)
            return null;
        using var found = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel));
        return found.RootElement.TryGetProperty("notifications", out var list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() > 0 : null;
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(new Uri(options.Value.NotifyAddress.TrimEnd('/') + "/"), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(options.Value.NotifyKey!));
        return request;
    }

    /// <summary>The key ends in the service's id and the secret, each as long as a UUID.</summary>
    private string Token(string key)
    {
        if (key.Length < (2 * IdLength) + 1)
            throw new NotSentException("the key is too short");
        var (service, secret) = (key[^((2 * IdLength) + 1)..^(IdLength + 1)], key[^IdLength..]);
        var claims = new JsonObject { ["iss"] = service, ["iat"] = time.GetUtcNow().ToUnixTimeSeconds() };
        var said = $"{Part("""{"typ":"JWT","alg":"HS256"}""")}.{Part(claims.ToJsonString())}";
        return $"{said}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(said)))}";
    }

    private static string Part(string json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json));
}
