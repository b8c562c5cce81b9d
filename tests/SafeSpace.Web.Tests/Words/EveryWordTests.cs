using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Words;

/// <summary>Every page, as every role, in the pseudo-language: a text that comes without brackets can be put into no other language.</summary>
public sealed class EveryWordTests
{
    private static readonly Lazy<Task<TestGroup>> Group = new(async () =>
    {
        var group = await (await TestSite.NewAsync(EngineKind.Sqlite, door => door.TriesPerMinute = int.MaxValue)).DemonstrationAsync();
        await group.SpeakAsync("xx");
        return group;
    });

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task Page_InThePseudoLanguage_HasEveryWordInBrackets(Role role)
    {
        var group = await Group.Value;
        var words = await GroupWords.OfAsync(group);
        var map = await PageMap.OfAsync(group.Site.App);
        var visitor = group.Visit();
        await visitor.SignInAsync(await group.AccountOfAsync(role));
        var (next, kinds, plain) = (new Queue<string>(["/"]), new HashSet<string>(), new List<string>());
        while (next.TryDequeue(out var path))
        {
            if (map.Find(path) is null || !kinds.Add(map.KindOf(path)))
                continue;
            var answer = await visitor.GetAsync(path);
            if (answer.Status != HttpStatusCode.OK)
                continue;
            plain.AddRange(Untranslated.On(answer.Page, words).Select(text => $"{path}: {text}"));
            foreach (var link in answer.Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/" + group.Slug + "/", StringComparison.Ordinal)))
                next.Enqueue(link[(group.Slug.Length + 1)..].Split('#')[0]);
        }

        Assert.True(kinds.Count > 2, "nothing was looked at");
        Assert.True(plain.Count == 0, string.Join('\n', plain));
    }

    [Theory]
    [InlineData("<p>Forgotten</p>", "Forgotten")]
    [InlineData("<p>⟦Said⟧ and forgotten</p>", "and forgotten")]
    [InlineData("<button aria-label='Close'>⟦x⟧</button>", "Close")]
    [InlineData("<p>⟦Who ⟦looked⟧ here⟧ · 12</p>", null)]
    [InlineData("<p class='as-typed'>Slept badly</p>", null)]
    public async Task Check_OfPlantedWords_FindsThem(string html, string? found)
    {
        var words = await GroupWords.OfAsync(await Group.Value);

        var left = Untranslated.On(new HtmlParser().ParseDocument($"<title>⟦t⟧</title><main>{html}</main>"), words);

        Assert.Equal(found is null ? [] : [found], left);
    }
}
