using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeSpace.Web.Tests.Look;

/// <summary>Contrast is computed from the style sheet itself (WCAG 2.2, relative luminance), in both themes.</summary>
public sealed partial class ContrastTests
{
    private static readonly string Css = File.ReadAllText(Repository.Path("src/SafeSpace.Web/wwwroot/site.css"));

    public static TheoryData<string, string, string> Texts()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var theme in new[] { "light", "dark" })
        {
            foreach (var ground in new[] { "paper", "card", "teal-wash", "plum-wash" })
            {
                foreach (var text in new[] { "ink", "soft", "teal", "plum", "leaf" })
                    if (Used(text, ground)) pairs.Add(theme, text, ground);
            }

            pairs.Add(theme, "on-teal", "teal");
            pairs.Add(theme, "paper", "ink");
        }

        return pairs;
    }

    public static TheoryData<string, string, string> Edges()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var theme in new[] { "light", "dark" })
        {
            foreach (var ground in new[] { "paper", "card" })
            {
                foreach (var edge in new[] { "soft", "teal", "plum", "ink" }) pairs.Add(theme, edge, ground);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_read_easily(string theme, string text, string ground) =>
        Assert.True(Contrast(theme, text, ground) >= 5.8, $"{text} on {ground}, {theme}: {Contrast(theme, text, ground):0.00}");

    [Theory]
    [MemberData(nameof(Edges))]
    public void An_edge_is_seen(string theme, string edge, string ground) =>
        Assert.True(Contrast(theme, edge, ground) >= 3, $"{edge} beside {ground}, {theme}: {Contrast(theme, edge, ground):0.00}");

    [Fact]
    public void Gold_is_never_text_and_its_focus_ring_has_an_ink_outline()
    {
        Assert.DoesNotMatch(@"(?<![-\w])color: var\(--gold\)", Css);
        Assert.Matches(@":focus-visible[^}]*outline: 3px solid var\(--gold\)[^}]*var\(--ink\)", Css);
    }

    [Fact]
    public void No_colour_stands_outside_the_tokens()
    {
        var rules = Css[Css.IndexOf("/* Ground */", StringComparison.Ordinal)..Css.IndexOf("/* Paper worth filing */", StringComparison.Ordinal)];

        Assert.DoesNotMatch(@"#[0-9A-Fa-f]{3,8}\b|rgba?\(|hsla?\(", rules);
    }

    [Fact]
    public void Black_on_white_is_twenty_one_to_one() => Assert.Equal(21, Ratio("#000000", "#FFFFFF"), 2);

    // On the washes stand plain text, secondary text, links and (plum) mistakes; leaf stands on paper and cards only.
    private static bool Used(string text, string ground) => ground switch
    {
        "teal-wash" => text is "ink" or "teal",
        "plum-wash" => text is "ink" or "plum",
        _ => true,
    };

    private static double Contrast(string theme, string one, string other) => Ratio(Token(theme, one), Token(theme, other));

    private static string Token(string theme, string name)
    {
        var roots = Root().Matches(Css).Select(match => match.Value).ToList();
        var match = Regex.Match(roots[theme == "light" ? 0 : 1], $@"--{name}: (#[0-9A-F]{{6}});");
        Assert.True(match.Success, $"--{name} is missing in {theme}");
        return match.Groups[1].Value;
    }

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Root();
}
