using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Register;

namespace SafeSpace.Bench;

/// <summary>Log a contact over HTTP: validated, sealed, recorded, durable; beside a bare endpoint that writes the same rows.</summary>
internal static class LogContacts
{
    public static async Task RunAsync(BenchSite site)
    {
        List<string> references;
        await using (var db = await site.Store.ReadAsync())
            references = await db.People.OrderBy(p => p.ReferenceNumber).Select(p => p.Reference).Take(2000).ToListAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Token);
        var sent = 0;
        async Task SendAsync(int _)
        {
            var body = new { person = references[Interlocked.Increment(ref sent) % references.Count], kind = "call_out", minutes = 15, words = "Talked about the week. Sounded steadier." };
            using var answer = await client.PostAsJsonAsync("api/v1/contacts", body);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        var ours = await Load.RunAsync(BenchPlan.Clients, site.Plan.Seconds, SendAsync);
        BenchSite.Say($"Log a contact over HTTP, {BenchPlan.Clients} clients: {ours.PerSecond:#,0} a second, {ours.Median:0.0} ms median, {ours.P95:0.0} ms p95");
        if (site.Store.Engine.Kind == Core.Data.EngineKind.Sqlite)
        {
            var floor = await Floor.RunAsync(site);
            BenchSite.Say($"  floor, one transaction a request: {floor.PerSecond:#,0} a second, {floor.Median:0.0} ms median, {floor.P95:0.0} ms p95; ours is {ours.PerSecond / floor.PerSecond:0.00} of it");
        }
    }
}
