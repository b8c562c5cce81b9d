using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Tests.Import.Values;

public sealed class WordTests
{
    [Theory]
    [InlineData("anxiety/depression, D.V.", "Anxiety/depression|Domestic violence")]
    [InlineData("Anx / Dep; Isolation", "Anxiety/depression|Isolation")]
    [InlineData("s/h / benefits", "Self-harm|Financial problems")]
    [InlineData("Domestic violence + bereavement + Isolation", "Domestic violence|Bereavement|Isolation")]
    [InlineData("anxiety and depression and debt", "Anxiety/depression|Financial problems")]
    [InlineData("substance misuse (drugs)", "Drugs")]
    [InlineData("drinking - alcohol", "Alcohol")]
    [InlineData("money probs, eviction, homeless", "Financial problems|Housing problems")]
    [InlineData("isolated; isolation", "Isolation")]
    [InlineData("COVID\nbereav.", "COVID|Bereavement")]
    public void FactorsInOneCell_AreTakenApart_AndNamed(string text, string names)
    {
        var read = FactorReader.Read(Cell.OfText(text), UsualWords.Factors);
        Assert.Equal(names.Split('|'), read.Names);
        Assert.Empty(read.Unknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("n/k")]
    [InlineData(" , ; ")]
    public void NoFactors_AreNone(string text)
    {
        var read = FactorReader.Read(Cell.OfText(text), UsualWords.Factors);
        Assert.Empty(read.Names);
        Assert.Empty(read.Unknown);
    }

    [Fact]
    public void FactorNobodyExplained_IsKeptAsTyped_BesideThoseKnown()
    {
        var read = FactorReader.Read(Cell.OfText("Drugs / rats in the flat & alc, Noise"), UsualWords.Factors);
        Assert.Equal(["Drugs", "Alcohol"], read.Names);
        Assert.Equal(["rats in the flat", "Noise"], read.Unknown);
    }

    [Fact]
    public void VeryLongCellOfFactors_IsKeptWhole_AndQuickly()
    {
        var text = string.Concat(Enumerable.Repeat("a / ", 100_000));
        Assert.Equal([text.Trim()], FactorReader.Read(Cell.OfText(text), UsualWords.Factors).Unknown);
    }

    [Theory]
    [InlineData("T/C in", ContactKind.CallIn)]
    [InlineData("Rang us", ContactKind.CallIn)]
    [InlineData("Rang", ContactKind.CallOut)]
    [InlineData("CALL OUT", ContactKind.CallOut)]
    [InlineData("N/A", ContactKind.NoAnswer)]
    [InlineData("tried - no reply", ContactKind.NoAnswer)]
    [InlineData("F2F", ContactKind.VisitToBuilding)]
    [InlineData("visit to Safe Space", ContactKind.VisitToBuilding)]
    [InlineData("E-mail", ContactKind.Email)]
    [InlineData("text", ContactKind.Text)]
    public void ContactKinds_HaveManyWords(string word, ContactKind kind) => Assert.Equal(kind.ToString(), UsualWords.ContactKinds.Find(word));

    [Theory]
    [InlineData("Crisis team ", "Crisis team")]
    [InlineData("MH Crisis Team", "Crisis team")]
    [InlineData("Liaison  DRI", "Hospital liaison")]
    [InlineData("HTT", "Home treatment")]
    [InlineData("the vicar", null)]
    public void Teams_HaveManyWords(string word, string? team) => Assert.Equal(team, UsualWords.Teams.Find(word));

    [Fact]
    public void GroupsOwnWords_WinOverTheUsualOnes()
    {
        var words = UsualWords.Teams.With(new Dictionary<string, IReadOnlyList<string>> { ["Night nurses"] = ["crisis", "nn"] });
        Assert.Equal("Night nurses", words.Find("Crisis"));
        Assert.Equal("Night nurses", words.Find("N.N."));
        Assert.Equal("Crisis team", words.Find("mh crisis team"));
        Assert.Equal("Crisis team", UsualWords.Teams.Find("crisis"));
    }

    [Fact]
    public void UsualContactKinds_AreAllKindsThereAre() =>
        Assert.All(Enum.GetNames<ContactKind>(), name => Assert.Equal(name, UsualWords.ContactKinds.Find(name)));
}
