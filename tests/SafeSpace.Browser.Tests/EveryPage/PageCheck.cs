using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SafeSpace.Browser.Tests.EveryPage;

/// <summary>What every page must be, whoever opens it, on whatever screen. Answers what is wrong in words; nothing when all is well.</summary>
public static partial class PageCheck
{
    private const string Structure = """
        () => {
          const wrong = [];
          const heads = document.querySelectorAll('h1').length;
          if (heads !== 1) wrong.push(`${heads} main headings`);
          if (!document.documentElement.lang) wrong.push('no language');
          if (!document.title.trim()) wrong.push('no title');
          if (!document.querySelector('main')) wrong.push('no main part');
          for (const form of document.querySelectorAll('form')) {
            if (![...form.elements].some(control => control.type === 'submit')) wrong.push('a form without a button: ' + form.outerHTML.slice(0, 120));
            if (!form.noValidate && form.method === 'post') wrong.push('a form in which the browser stops people: ' + form.outerHTML.slice(0, 120));
          }
          for (const link of document.querySelectorAll('a')) {
            const href = link.getAttribute('href');
            if (!href || href === '#' || href.startsWith('javascript:')) wrong.push('a link that leads nowhere: ' + link.outerHTML.slice(0, 120));
          }
          for (const one of document.querySelectorAll('[style], [onclick], [onchange]')) wrong.push('style or script in the page: ' + one.outerHTML.slice(0, 120));
          for (const one of document.querySelectorAll('[maxlength]')) wrong.push('cuts off what is typed: ' + one.outerHTML.slice(0, 120));
          return wrong;
        }
        """;

    // Links inside sentences, lists of facts and tables are as high as their line.
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
          .filter(one => !one.closest('p, td, th, dd, .timeline, svg, caption') && !one.matches('.skip, [tabindex="-1"]'))
          .filter(one => { const box = (one.closest('.choice, label') ?? one).getBoundingClientRect(); return box.width > 0 && box.height > 0 && box.height < 43.5; })
          .map(one => 'smaller than a finger: ' + one.outerHTML.slice(0, 160))
        """;

    private const string SticksOut = """
        () => {
          if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
          const width = document.documentElement.clientWidth;
          const far = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 0.5 && !one.closest('.scroll'));
          return [`${document.documentElement.scrollWidth} px wide on a screen of ${width}: ` + (far[0]?.outerHTML.slice(0, 160) ?? '')];
        }
        """;

    // Without what scripts put in for comfort (the offer of a kept draft, the saved mark), without keys made afresh for each page,
    // and without the list of looks, which is one longer at every look.
    private const string Garnish = ".kept, .saved[role=status], code, #looks, [data-speak]";

    private const string MainWords = $$"""
        () => {
          const main = document.querySelector('main').cloneNode(true);
          main.querySelectorAll('{{Garnish}}').forEach(one => one.remove());
          return main.textContent;
        }
        """;

    /// <summary>Looks at the open page: structure, axe in light and dark, both widths, and what is there without script.</summary>
    /// <param name="at">Who has the page before them.</param>
    /// <param name="showsPeople">Names stand on it.</param>
    public static async Task<IReadOnlyList<string>> AllAsync(AtBrowser at, bool showsPeople)
    {
        var page = at.Page;
        await page.WaitForLoadStateAsync();
        var wrong = new List<string>(await page.EvaluateAsync<string[]>(Structure));
        if (showsPeople && await page.Locator("a[data-leave]").CountAsync() == 0)
            wrong.Add("names on it, and no \"Leave this page\"");
        wrong.AddRange(AvoidedWords(await page.InnerTextAsync("body")));
        wrong.AddRange(await WithoutScriptAsync(at));
        await page.SetViewportSizeAsync(320, 800);
        wrong.AddRange(await page.EvaluateAsync<string[]>(SticksOut));
        wrong.AddRange(await page.EvaluateAsync<string[]>(SmallTargets));
        wrong.AddRange(await AxeAsync(at));
        await page.SetViewportSizeAsync(1280, 900);
        wrong.AddRange(await page.EvaluateAsync<string[]>(SticksOut));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        wrong.AddRange(await AxeAsync(at, "color-contrast"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return wrong;
    }

    /// <summary>The short look for a step of a journey: at this width, in this light.</summary>
    public static async Task FitAsync(AtBrowser at)
    {
        await at.Page.WaitForLoadStateAsync();
        var wrong = new List<string>(await at.Page.EvaluateAsync<string[]>(Structure));
        wrong.AddRange(await at.Page.EvaluateAsync<string[]>(SticksOut));
        wrong.AddRange(await at.Page.EvaluateAsync<string[]>(SmallTargets));
        wrong.AddRange(await AxeAsync(at));
        wrong.AddRange(at.Complaints);
        Assert.True(wrong.Count == 0, $"{at.Path}:\n" + string.Join('\n', wrong));
    }

    private static async Task<IEnumerable<string>> AxeAsync(AtBrowser at, params string[] rules)
    {
        if (!at.Script)
            return []; // axe is a script itself, and waits for ever where none runs

        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
        if (rules.Length > 0)
            options.RunOnly = RunOnlyOptions.Rules(rules);
        var found = await at.Page.RunAxe(options);
        return found.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"axe {v.Id}: {n.Html}"));
    }

    private static async Task<IEnumerable<string>> WithoutScriptAsync(AtBrowser at)
    {
        var answer = await at.Context.APIRequest.GetAsync(at.Page.Url);
        var plain = new HtmlParser().ParseDocument(await answer.TextAsync()).QuerySelector("main");
        foreach (var one in plain?.QuerySelectorAll(Garnish).ToList() ?? [])
            one.Remove();
        var (with, without) = (Folded(await at.Page.EvaluateAsync<string>(MainWords)), Folded(plain?.TextContent ?? ""));
        return with == without ? [] : [$"not the same without script: {Difference(with, without)}"];
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Difference(string with, string without)
    {
        var at = with.Zip(without).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"“{Near(with, at)}” but “{Near(without, at)}”";

        static string Near(string text, int at) => text.Substring(Math.Max(0, Math.Min(at, text.Length) - 10), Math.Min(60, text.Length - Math.Max(0, Math.Min(at, text.Length) - 10)));
    }

    /// <summary>Words that no page says.</summary>
    public static IEnumerable<string> AvoidedWords(string text) => Avoided().Matches(text).Select(m => $"a word we avoid: {m.Value}");

    [GeneratedRegex(@"\b(patients?|clients?|service users?|non-compliant|DNA|frequent callers?|invalid|mandatory|commit(ted)? suicide|(high|medium|low) risk|null|undefined|NaN|System\.\w+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Avoided();
}
