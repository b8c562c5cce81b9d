using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Tests.Words;

public sealed class TextsTests
{
    private static readonly Texts Texts = new(new LanguageFiles([new("pl", """
        { "Nobody is waiting.": "Nikt nie czeka.", "Rang at {0}": "Telefon o {0}", "{0} people": ["{0} osoba", "{0} osoby", "{0} osób"] }
        """)]));

    [Fact]
    public void English_is_the_text_itself()
    {
        using var _ = new InCulture("en-GB");

        Assert.Equal("Nobody is waiting.", Texts["Nobody is waiting."]);
        Assert.Equal("Rang at 18:04", Texts["Rang at {0}", "18:04"]);
        Assert.Equal("1 person", Texts.Count(1, "{0} person", "{0} people"));
        Assert.Equal("1,066 people", Texts.Count(1066, "{0:#,0} person", "{0:#,0} people"));
    }

    [Theory]
    [InlineData(0, "0 osób")]
    [InlineData(1, "1 osoba")]
    [InlineData(2, "2 osoby")]
    [InlineData(5, "5 osób")]
    [InlineData(12, "12 osób")]
    [InlineData(22, "22 osoby")]
    [InlineData(112, "112 osób")]
    public void Polish_has_its_own_forms(int number, string text)
    {
        using var _ = new InCulture("pl-PL");

        Assert.Equal(text, Texts.Count(number, "{0} person", "{0} people"));
    }

    [Fact]
    public void A_translation_is_used_and_what_is_missing_stays_English()
    {
        using var _ = new InCulture("pl-PL");

        Assert.Equal("Nikt nie czeka.", Texts["Nobody is waiting."]);
        Assert.Equal("Telefon o 18:04", Texts["Rang at {0}", "18:04"]);
        Assert.Equal("Somebody waits.", Texts["Somebody waits."]);
    }

    [Fact]
    public void The_pseudo_language_wraps_every_text_once()
    {
        using var _ = new InCulture("xx");

        Assert.Equal("⟦Nobody is waiting.⟧", Texts["Nobody is waiting."]);
        Assert.Equal("⟦Nobody is waiting.⟧", Texts[Texts["Nobody is waiting."]]);
        Assert.Equal("⟦Rang at 18:04⟧", Texts["Rang at {0}", "18:04"]);
        Assert.Equal("⟦2 people⟧", Texts.Count(2, "{0} person", "{0} people"));
    }

    [Fact]
    public void A_text_with_braces_and_no_values_is_left_alone()
    {
        using var _ = new InCulture("en-GB");

        Assert.Equal("Write {name} here", Texts["Write {name} here"]);
    }

    [Fact]
    public void An_empty_translation_is_refused_with_the_file_and_the_text()
    {
        var problem = Assert.Throws<InvalidDataException>(() => new LanguageFiles([new("pl", """{ "Save": " " }""")]));

        Assert.Equal("Languages/pl.json: nothing is said for \"Save\".", problem.Message);
    }

    [Theory]
    [InlineData("cs", 4, 1)]
    [InlineData("cs", 5, 2)]
    [InlineData("uk", 21, 0)]
    [InlineData("fr", 0, 0)]
    [InlineData("cy", 6, 4)]
    [InlineData("ga", 8, 3)]
    [InlineData("ja", 1, 0)]
    [InlineData("de", 0, 1)]
    public void Languages_count_differently(string language, int number, int form) => Assert.Equal(form, Plurals.Form(language, number, 6));
}
