using System.Text.RegularExpressions;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Tests.Look;

namespace SafeSpace.Web.Tests.Words;

public sealed partial class LanguageFileTests
{
    private static readonly LanguageFiles Files = new();

    [Fact]
    public void Polish_knows_every_word_of_the_layout_the_fields_and_the_scripts()
    {
        var folders = new[] { "src/SafeSpace.Web/TagHelpers", "src/SafeSpace.Web/Modules/Shared" };
        var sources = folders.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.cs*", SearchOption.TopDirectoryOnly));
        var said = sources.SelectMany(file => Said().Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value)).ToList();
        string[] sentences =
        [
            DayModelBinder.Sentence, MomentModelBinder.TimeSentence, MomentModelBinder.TimeMissing, MinutesModelBinder.Sentence,
            PlainBindingMessages.Missing, PlainBindingMessages.Number, PlainBindingMessages.Unreadable,
        ];

        Assert.True(said.Count > 25, "the pattern no longer finds the texts");
        Assert.All(said.Concat(sentences).Concat(ScriptWords.All).Distinct(), text => Assert.True(Files.Forms("pl", text) is not null, text));
    }

    [Fact]
    public void A_translation_has_the_places_its_text_has()
    {
        foreach (var language in Files.Languages)
        {
            foreach (var text in Files.Keys(language))
            {
                var places = Places(text);
                Assert.All(Files.Forms(language, text)!, form => Assert.Subset(places, Places(form)));
                Assert.Equal(places, Places(Files.Forms(language, text)![^1]));
            }
        }
    }

    [Fact]
    public void Polish_is_there() => Assert.Contains("pl", Files.Languages);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("""\b(?:T|texts|Texts)(?:\.Count\([^"]*"[^"]*", |\[)"(?<text>[^"]+)"|(?:None|Nothing|Hint \?\?|Label|Legend)(?: \{ get; set; \})? ?=? "(?<text>[^"]+)";""")]
    private static partial Regex Said();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
