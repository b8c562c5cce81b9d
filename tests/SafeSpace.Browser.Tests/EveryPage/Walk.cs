using System.Collections.Concurrent;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.EveryPage;

/// <param name="Path">Inside the group.</param>
/// <param name="From">The page whose link led there.</param>
internal sealed record Step(string Path, string From);

/// <summary>
/// Follows every link one person finds, page by page, and looks at each. Pages of one kind are looked at a few times, not for each of a thousand people.
/// </summary>
public sealed class Walk(AtBrowser at, PageMap map)
{
    private const int OfOneKind = 2;

    private const string Links = "() => [...document.querySelectorAll('a[href]')].filter(a => !a.matches('[data-leave], .skip')).map(a => a.href)";

    private readonly Queue<Step> next = new();
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, int> ofKind = [];

    /// <summary>What is wrong, each with its page.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Templates of the pages that opened.</summary>
    public ConcurrentDictionary<string, string> Opened { get; } = new();

    public async Task<Walk> FromAsync(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
            Add(path, "the start");
        while (next.TryDequeue(out var step))
            await LookAsync(step);
        return this;
    }

    /// <summary>Pages that no link led to: opened by their address where they have no parameters. Not allowed is 404, and no matter.</summary>
    public async Task<Walk> AndUnlinkedAsync()
    {
        foreach (var route in map.Routes.Where(r => r.Parameters == 0 && !Opened.ContainsKey(r.Template)))
        {
            var answer = await at.Context.APIRequest.GetAsync(at.Base + route.Template, new() { MaxRedirects = 0 });
            if (answer.Status == 200)
                Add(route.Template, "its address alone");
        }

        return await FromAsync();
    }

    private void Add(string path, string from)
    {
        var kind = map.KindOf(path);
        if (!known.Add(path) || ofKind.GetValueOrDefault(kind) >= (map.Find(path)?.Parameters > 0 ? OfOneKind : 1))
            return;
        ofKind[kind] = ofKind.GetValueOrDefault(kind) + 1;
        next.Enqueue(new Step(path, from));
    }

    private string LastFault() => "\n  " + at.Group.Site.Log.Lines.LastOrDefault(line => line.Contains("Exception", StringComparison.Ordinal));

    private async Task LookAsync(Step step)
    {
        if (map.Find(step.Path) is not { } route)
        {
            var download = await at.Context.APIRequest.GetAsync(at.Base + step.Path);
            if (download.Status != 200)
                Wrong.Add($"{step.Path} (from {step.From}): {download.Status}");
            return;
        }

        at.Complaints.Clear();
        var answer = await at.GoAsync(step.Path);
        if (answer?.Status != 200)
        {
            Wrong.Add($"{step.Path} (from {step.From}): {answer?.Status}{(answer?.Status >= 500 ? LastFault() : "")}");
            return;
        }

        await at.Page.WaitForLoadStateAsync();
        Opened.TryAdd((map.Find(at.Path) ?? route).Template, at.Path);
        foreach (var wrong in await PageCheck.AllAsync(at, route.ShowsPeople, oncePerShape: true))
            Wrong.Add($"{step.Path}: {wrong}");
        Wrong.AddRange(at.Complaints.Select(c => $"{step.Path}: the browser says {c}"));
        foreach (var link in await at.Page.EvaluateAsync<string[]>(Links))
            if (link.StartsWith(at.Base + "/", StringComparison.Ordinal))
                Add(link[at.Base.Length..].Split('#')[0], step.Path);
    }
}
