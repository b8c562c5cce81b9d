using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;

namespace SafeSpace.Bench;

/// <summary>What goes over the wire, compressed as a browser asks for it: the first page with all it needs, and each next one with what was not fetched before.</summary>
internal static partial class Wire
{
    public static async Task RunAsync(BenchSite site, Table table)
    {
        using var signedIn = await FrontDoor.SignInAsync(site.Address, BenchSite.DeskEmail);
        using var bare = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };
        var fetched = new HashSet<string>();
        var first = await PageAsync(bare, "sign-in?whole=true", fetched);
        table.Add("first page over the wire, all included", Kilobytes(first), "", "", "under 60 kB", first < 60_000);
        // A browser has the cookie of whoever signed in by now; what it fetched for the first page it keeps.
        var sizes = new List<(string Path, long Bytes)>();
        foreach (var path in new[] { "", "desk", "mine", "register", "register?state=open", $"people/{await SomebodyAsync(site.Store)}", "reports/monitoring" })
            sizes.Add((path, await PageAsync(signedIn, path, fetched)));
        var most = sizes.MaxBy(s => s.Bytes);
        foreach (var (path, bytes) in sizes)
            BenchSite.Say($"  /{path}: {Kilobytes(bytes)}");
        table.Add("each next page", $"at most {Kilobytes(most.Bytes)} (/{most.Path.Split('/')[0]})", "", "", "under 15 kB", most.Bytes < 15_000);
    }

    private static async Task<string> SomebodyAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return await db.People.OrderBy(p => p.ReferenceNumber).Select(p => p.Reference).FirstAsync();
    }

    /// <summary>With its styles, pictures and scripts, and the scripts those ask for.</summary>
    private static async Task<long> PageAsync(HttpClient client, string path, HashSet<string> fetched)
    {
        var all = 0L;
        var wanted = new Queue<Uri>([new Uri(client.BaseAddress!, path)]);
        while (wanted.TryDequeue(out var address))
        {
            var (bytes, text) = await GetAsync(client, address);
            all += bytes;
            var names = address.AbsolutePath.EndsWith(".js", StringComparison.Ordinal) ? Imported() : Needed();
            foreach (var name in names.Matches(text).Select(m => new Uri(address, WebUtility.HtmlDecode(m.Groups[1].Value))).Where(n => fetched.Add(n.AbsolutePath)))
                wanted.Enqueue(name);
        }

        return all;
    }

    private static async Task<(long Bytes, string Text)> GetAsync(HttpClient client, Uri address)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await client.SendAsync(asked);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{address}: {answer.StatusCode}");
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var sent = new MemoryStream();
        await body.CopyToAsync(sent);
        sent.Position = 0;
        await using Stream plain = answer.Content.Headers.ContentEncoding.LastOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(sent, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(sent, System.IO.Compression.CompressionMode.Decompress),
            _ => sent,
        };
        using var reader = new StreamReader(plain);
        var bytes = sent.Length + answer.Headers.ToString().Length;
        return (bytes, await reader.ReadToEndAsync());
    }

    private static string Kilobytes(long bytes) => Table.Text($"{bytes / 1000.0:0.0} kB");

    [GeneratedRegex("<(?:link[^>]*rel=\"(?:stylesheet|icon|manifest)\"[^>]*href|script[^>]*src|img[^>]*src)=\"([^\"]+)\"")]
    private static partial Regex Needed();

    [GeneratedRegex("(?:from|import)\\s*\\(?[\"'](\\.[^\"']+\\.js[^\"']*)[\"']")]
    private static partial Regex Imported();
}
