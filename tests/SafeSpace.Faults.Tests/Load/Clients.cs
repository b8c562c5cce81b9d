using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SafeSpace.Core.Shared;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests.Load;

/// <summary>Many clients at once over HTTP: programs that refer and log, one person at a form. Each write goes into the ledger before it is sent.</summary>
public sealed class Clients(FaultHouse house, Ledger ledger, int seed, int count = 8)
{
    private static readonly string[] Kinds = ["call_in", "call_out", "no_answer", "text", "visit_to_building"];

    /// <summary>The one who is signed in at a form.</summary>
    public FormClient Form { get; } = new(house);

    /// <summary>While a fault lasts, "not just now" (503) is an honest answer; anything else but an answer is a surprise.</summary>
    public bool Patient { get; init; }

    /// <summary>Writes until told to stop; a server that went away ends it too, unless the clients are patient.</summary>
    public Task RunAsync(IReadOnlyList<Uri> servers, CancellationToken until) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(n => OneAsync(n, servers[n % servers.Count], until)));

    /// <summary>Sends again what nobody was sure of (every other one; the rest stays unsure), and a few that were acknowledged.</summary>
    public async Task SettleAsync(Uri server, bool all = false)
    {
        using var http = Open(server);
        var unsure = ledger.Attempts.Where(a => a.Fate == Fate.Unsure).Where((_, i) => all || i % 2 == 0).ToList();
        foreach (var attempt in unsure.Concat(ledger.Attempts.Where(a => a.Fate == Fate.Acknowledged).TakeLast(5)))
        {
            await attempt.SendAsync(http);
            if (attempt.Fate != Fate.Acknowledged)
                ledger.Wonder($"{attempt.Kind} {attempt.Key} was sent again to a server that is well, and was not taken.");
        }
    }

    private async Task OneAsync(int number, Uri server, CancellationToken until)
    {
        using var http = Open(server);
        var random = new Random(seed * 1000 + number);
        while (!until.IsCancellationRequested)
        {
            var attempt = number == 0 ? await Form.NewAsync(http, Answered) : random.Next(4) == 0 ? Referral(random) : Contact(random);
            if (attempt is not null)
            {
                ledger.Note(attempt);
                await attempt.SendAsync(http);
            }

            if (!Patient && attempt is not { Fate: Fate.Acknowledged })
                return;
            await Task.Delay(attempt is { Fate: Fate.Acknowledged } ? random.Next(15) : 100, CancellationToken.None);
        }
    }

    private Attempt Contact(Random random)
    {
        var key = Ids.New();
        var body = new { person = house.People[random.Next(house.People.Count)], kind = Kinds[random.Next(Kinds.Length)], minutes = random.Next(60), words = $"spoke of {random.Next()}", peer = key.ToString() };
        return Program(WriteKind.Contact, key, "contacts", body);
    }

    private Attempt Referral(Random random)
    {
        var key = Ids.New();
        var body = new
        {
            person = new { given_name = Name(random), surname = Name(random), phones = new[] { $"07700 {random.Next(100000, 999999)}" } },
            referrer_name = key.ToString(),
            told_us = $"lost {random.Next()}",
        };
        return Program(WriteKind.Referral, key, "referrals", body);
    }

    private Attempt Program(WriteKind kind, Guid key, string path, object body)
    {
        var attempt = new Attempt(kind, key) { SendAsync = null! };
        attempt.SendAsync = http => SendAsync(attempt, http, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/{FaultHouse.Slug}/api/v1/{path}") { Content = JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", house.Token);
            request.Headers.Add("Idempotency-Key", key.ToString());
            return request;
        });
        return attempt;
    }

    private async Task SendAsync(Attempt attempt, HttpClient http, Func<HttpRequestMessage> request)
    {
        try
        {
            using var message = request();
            using var response = await http.SendAsync(message);
            var words = await response.Content.ReadAsStringAsync();
            if (response.StatusCode == HttpStatusCode.Created)
                (attempt.Fate, attempt.Row) = (Fate.Acknowledged, JsonDocument.Parse(words).RootElement.GetProperty("id").GetGuid());
            else
                Answered(attempt, response.StatusCode, words);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            // The server is gone, or went while it answered: nobody knows.
        }
    }

    private void Answered(Attempt attempt, HttpStatusCode status, string words)
    {
        if (attempt.Fate == Fate.Acknowledged)
            return;
        if (status == HttpStatusCode.ServiceUnavailable && Patient)
            return;
        if ((int)status is >= 400 and < 500)
            attempt.Fate = Fate.Refused;
        ledger.Wonder($"{attempt.Kind} was answered {(int)status}: {words[..Math.Min(words.Length, 300)]}");
    }

    private static HttpClient Open(Uri server) => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };

    private static string Name(Random random) => string.Concat(Enumerable.Range(0, 8).Select(i => (char)((i == 0 ? 'A' : 'a') + random.Next(26))));
}
