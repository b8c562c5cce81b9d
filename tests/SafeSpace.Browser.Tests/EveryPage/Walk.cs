using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.EveryPage;

/// <param name="Path">Inside the group.</param>
/// <param name="From">The page whose link led there.</param>
internal sealed record Step(string Path, string From);

/// <summary>
/// Follows every link one person finds, page by page. Each page is opened; one built as no page before it is looked at in the browser.
/// Pages of one kind are opened a few times, not for each of a thousand people.
/// </summary>
public sealed class Walk(AtBrowser at, PageMap map, Shapes shapes)
{
    private const int OfOneKind = 3;

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
        var plain = await at.Context.APIRequest.GetAsync(at.Base + step.Path);
        if (plain.Status != 200)
        {
            Wrong.Add($"{step.Path} (from {step.From}): {plain.Status}{(plain.Status >= 500 ? LastFault() : "")}");
            return;
        }

        if (map.Find(step.Path) is not { } route || plain.Headers.GetValueOrDefault("content-disposition", "").StartsWith("attachment", StringComparison.Ordinal))
            return; // a file to keep
        var path = plain.Url[at.Base.Length..];
        Opened.TryAdd((map.Find(path) ?? route).Template, path);
        using var page = new HtmlParser().ParseDocument(await plain.TextAsync());
        var links = shapes.AreNew((map.Find(path) ?? route).Template, page) ? await LookInBrowserAsync(step, route.ShowsPeople) : LookAtWords(step, route.ShowsPeople, page, plain.Url);
        foreach (var link in links.Where(link => link.StartsWith(at.Base + "/", StringComparison.Ordinal)))
            Add(link[at.Base.Length..].Split('#')[0], step.Path);
    }

    private async Task<IEnumerable<string>> LookInBrowserAsync(Step step, bool showsPeople)
    {
        at.Complaints.Clear();
        await at.GoAsync(step.Path);
        foreach (var wrong in await PageCheck.AllAsync(at, showsPeople))
            Wrong.Add($"{step.Path}: {wrong}");
        Wrong.AddRange(at.Complaints.Select(c => $"{step.Path}: the browser says {c}"));
        return await at.Page.EvaluateAsync<string[]>(Links);
    }

    /// <summary>Of a page built as one before it, what words and links can still do wrong.</summary>
    private IEnumerable<string> LookAtWords(Step step, bool showsPeople, IDocument page, string address)
    {
        if (showsPeople && page.QuerySelector("a[data-leave]") is null)
            Wrong.Add($"{step.Path}: names on it, and no \"Leave this page\"");
        Wrong.AddRange(PageCheck.AvoidedWords(page.Body!.TextContent).Select(wrong => $"{step.Path}: {wrong}"));
        return page.QuerySelectorAll("a[href]").Where(a => !a.Matches("[data-leave], .skip")).Select(a => new Uri(new Uri(address), a.GetAttribute("href")).AbsoluteUri);
    }
}
