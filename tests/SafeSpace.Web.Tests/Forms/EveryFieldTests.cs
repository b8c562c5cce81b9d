using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Forms;

/// <summary>
/// Every form that links lead to, as every role that types: its fields are given naughty strings, each form the next of them, so that all of
/// them are typed somewhere (SAFESPACE_EVERY_STRING=1: all of them into each form). No answer is a fault of ours, nothing becomes markup,
/// what is refused comes back to the letter, and none of it is in the log.
/// </summary>
public sealed class EveryFieldTests
{
    private const string Planted = "plantedwordthree";

    /// <summary>Typed into one form.</summary>
    private static readonly int OfEach = Environment.GetEnvironmentVariable("SAFESPACE_EVERY_STRING") is null ? 64 : int.MaxValue;

    [Theory]
    [InlineData(EngineKind.Sqlite, Role.Referrer)]
    [InlineData(EngineKind.Postgres, Role.Peer)]
    [InlineData(EngineKind.Sqlite, Role.Facilitator, Traits = ["Part", "Long"])]
    [InlineData(EngineKind.Sqlite, Role.Coordinator)]
    public async Task Post_NaughtyStrings_InEveryField_BreakNothing(EngineKind engine, Role role)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TriesPerMinute, door.PasswordIterations) = (int.MaxValue, 1000));
        var group = await site.DemonstrationAsync();
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path("reference/naughty-strings.json")))!
            .Where(s => !s.Contains('\0', StringComparison.Ordinal)).Select(s => s + " " + Planted).ToArray();
        var visitor = group.Visit();
        await visitor.SignInAsync(await group.AccountOfAsync(role));
        var wrong = new List<string>();
        var (forms, typed) = (0, 0);
        foreach (var (path, form) in await FormsAsync(visitor, group))
        {
            var next = await TryAsync(visitor, path, form, strings, typed, wrong);
            forms += next > typed ? 1 : 0;
            typed = next;
        }

        Assert.True(forms >= (role == Role.Referrer ? 2 : 40), $"only {forms} forms were found");
        Assert.True(typed >= (role == Role.Referrer ? OfEach : strings.Length), $"only {typed} strings were typed");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(30)));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains(Planted, StringComparison.Ordinal));
    }

    /// <summary>Each kind of form once: the page it stands on, and its address.</summary>
    private static async Task<IReadOnlyList<(string Path, string Form)>> FormsAsync(Visitor visitor, TestGroup group)
    {
        var map = await PageMap.OfAsync(group.Site.App);
        var (next, kinds, forms) = (new Queue<string>(["/"]), new HashSet<string>(), new Dictionary<string, (string, string)>());
        while (next.TryDequeue(out var path))
        {
            if (map.Find(path) is null || !kinds.Add(map.KindOf(path)))
                continue;
            var answer = await visitor.GetAsync(path);
            if (answer.Status != HttpStatusCode.OK)
                continue;
            foreach (var form in FormsOf(answer).Where(f => TextsOf(f).Count > 0))
                forms.TryAdd(map.KindOf(answer.Path) + "|" + Handler(form), (path, Handler(form)));
            foreach (var link in answer.Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/" + group.Slug + "/", StringComparison.Ordinal)))
                next.Enqueue(link[(group.Slug.Length + 1)..].Split('#')[0]);
        }

        return [.. forms.Values];
    }

    /// <summary>Which string is the next to type: as it was when the form was not there.</summary>
    private static async Task<int> TryAsync(Visitor visitor, string path, string handler, string[] strings, int at, List<string> wrong)
    {
        var page = await visitor.GetAsync(path);
        for (var last = at + Math.Min(OfEach, strings.Length); at < last;)
        {
            if (page.Status != HttpStatusCode.OK || FormsOf(page).FirstOrDefault(f => Handler(f) == handler) is not { } form)
                return at; // what was posted did its work: the form is not needed any more
            var texts = TextsOf(form);
            var typed = texts.ToDictionary(name => name, _ => strings[at++ % strings.Length]);
            var answer = await visitor.PostAsync(Target(form, page), Filled(form, typed));
            var said = string.Join(" | ", typed.Values);
            if ((int)answer.Status is >= 500 or 404)
                wrong.Add($"{path} {handler}: {(int)answer.Status} for {said}");
            if (answer.Page.QuerySelector("main script, main iframe, main img:not([src^='data:'])") is not null)
                wrong.Add($"{path} {handler}: became markup: {said}");
            if (answer.Status == HttpStatusCode.BadRequest)
                wrong.AddRange(Lost(answer, typed).Select(name => $"{path} {handler}: {name} lost {typed[name]}"));
            page = answer.Status == HttpStatusCode.BadRequest ? page : await visitor.GetAsync(path);
        }

        return at;
    }

    private static IEnumerable<string> Lost(Answer answer, Dictionary<string, string> typed) =>
        typed.Where(t => !answer.Page.QuerySelectorAll("input, textarea").Any(c => c.GetAttribute("name") == t.Key && Same(c is IHtmlTextAreaElement area ? area.Value : c.GetAttribute("value"), t.Value))).Select(t => t.Key);

    /// <summary>But for control characters: HTML carries none of them, and shows those from U+0080 to U+009F as other signs.</summary>
    private static bool Same(string? shown, string typed) => typed.Any(c => c is >= '\u0080' and <= '\u009F') || Plain(shown) == Plain(typed);

    private static string Plain(string? text) => string.Concat((text ?? "").Where(c => !char.IsControl(c)));

    private static IEnumerable<IHtmlFormElement> FormsOf(Answer page) =>
        page.Page.QuerySelectorAll("main form[method=post]:not([enctype])").OfType<IHtmlFormElement>();

    private static List<string> TextsOf(IHtmlFormElement form) =>
        [.. form.Elements.Where(e => e is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "tel" or "email" or "search" or "number" }).Select(e => e.GetAttribute("name")).OfType<string>().Distinct()];

    /// <summary>Which form of its page it is: what it does, without ids.</summary>
    private static string Handler(IHtmlFormElement form) => (form.GetAttribute("action") ?? "").Split("handler=") is [_, var handler] ? handler : form.Id is { Length: > 0 } id && !id.StartsWith("rename-", StringComparison.Ordinal) ? id : "";

    private static string Target(IHtmlFormElement form, Answer page) => form.GetAttribute("action") is { Length: > 0 } action ? action : page.Path;

    private static List<KeyValuePair<string, string>> Filled(IHtmlFormElement form, Dictionary<string, string> typed)
    {
        var values = typed.ToList();
        foreach (var element in form.Elements)
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "hidden" } hidden => hidden.Value,
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: true } choice => choice.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => null,
            };
            if (value is not null && element.GetAttribute("name") is { Length: > 0 } name && !typed.ContainsKey(name))
                values.Add(new(name, value));
        }

        // The button somebody would press: the main one, or else the first, which is also what Enter presses.
        var buttons = form.Elements.OfType<IHtmlButtonElement>().ToList();
        if ((buttons.Find(b => b.ClassList.Contains("main")) ?? buttons.FirstOrDefault()) is { Name.Length: > 0 } button)
            values.Add(new(button.Name, button.Value));
        return values;
    }
}
