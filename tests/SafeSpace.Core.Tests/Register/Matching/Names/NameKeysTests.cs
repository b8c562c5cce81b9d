using System.Text.Json;
using FsCheck.Xunit;
using SafeSpace.Core.Register.Matching.Names;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Matching.Names;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("  SIOBHÁN ", "siobhan")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("D’Souza", "dsouza")]
    [InlineData("Anne-Marie", "anne marie")]
    [InlineData("Łukasz Müller-Straße", "lukasz muller strasse")]
    [InlineData("Þór Æsir", "thor aesir")]
    [InlineData("İsmayılov", "ismayilov")]
    [InlineData("Məmmədov", "mammadov")]
    [InlineData("Смирно́в", "смирнов")]
    [InlineData("Андрей", "андрей")]
    [InlineData("ΓΙΏΡΓΟΣ", "γιωργοσ")]
    [InlineData("サトウ", "さとう")]
    [InlineData("김민준", "김민준")]
    public void Name_IsFolded(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    [Theory]
    [InlineData("Иванов", "ivanov")]
    [InlineData("Παπαδόπουλος", "papadopoulos")]
    [InlineData("Գրիգորյան", "grigoryan")]
    [InlineData("ბერიძე", "beridze")]
    [InlineData("王", "wang")]
    [InlineData("建华", "jianhua")]
    [InlineData("さとう", "sato")]
    [InlineData("しょうた", "shota")]
    [InlineData("김", "kim")]
    [InlineData("कुमार", "kumar")]
    public void OtherScript_IsRomanised(string name, string latin) => Assert.Equal(latin, Romanisation.Of(NameFolding.Fold(name)));

    [Theory]
    [InlineData("Kate", "Katarzyna", WordMatchKind.ShortForm)]
    [InlineData("Bill", "William", WordMatchKind.ShortForm)]
    [InlineData("Hall", "aHll", WordMatchKind.OneTypo)]
    [InlineData("Stephen", "Stefan", WordMatchKind.ShortForm)]
    [InlineData("Kowalski", "Kovalsky", WordMatchKind.SoundsAlike)]
    [InlineData("Thompson", "Tomson", WordMatchKind.SoundsAlike)]
    [InlineData("Ivanov", "Иванов", WordMatchKind.Romanised)]
    [InlineData("Mohammed", "محمد", WordMatchKind.Romanised)]
    [InlineData("Ann", "ann", WordMatchKind.Exact)]
    [InlineData("王", "李", WordMatchKind.None)]
    [InlineData("Smith", "Jones", WordMatchKind.None)]
    public void Words_AgreeAsTheyDo_AndAreFoundByTheirKeys(string typed, string stored, WordMatchKind kind)
    {
        Assert.Equal(kind, WordMatch.Verify(typed, stored));
        Assert.Equal(kind, WordMatch.Verify(stored, typed));
        if (kind != WordMatchKind.None) Assert.NotEmpty(NameKeys.ToLookUp(typed).Intersect(NameKeys.OfWord(NameFolding.Fold(stored))));
    }

    [Fact]
    public void Keys_StayTheSameForEver()
    {
        // These lie in databases: if this fails, every stored key is lost. Never change the numbers.
        Assert.Equal(NameKeys.Exact("smith"), NameKeys.OfWord("smith")[0]);
        Assert.Equal(KeysOfSmith, string.Join(' ', NameKeys.OfWord("smith")));
    }

    private const string KeysOfSmith =
        "4858626305453123443 -2666950461617397221 -4350119094989912417 -1601067074751189250 -6685191373568832612 7955262291037454491 -3589171673351839282 1659364895738987312";

    [Property]
    public void Folding_IsIdempotent(string? name)
    {
        var once = NameFolding.Fold(name);
        Assert.Equal(once, NameFolding.Fold(once));
    }

    [Property(MaxTest = 300)]
    public void OneSlip_AlwaysMeetsTheStoredWord(byte[] letters, int at, int slip)
    {
        if (letters is null || letters.Length < 3) return;
        var word = new string([.. letters.Take(12).Select(each => (char)('a' + (each % 26)))]);
        var typed = Typos.In(new Random(HashCode.Combine(at, slip)), word);
        if (typed.Length == 0 || !EditDistance.AtMostOne(typed, word)) return;

        Assert.NotEmpty(NameKeys.ToLookUp(typed).Intersect(NameKeys.OfWord(word)));
        Assert.NotEqual(WordMatchKind.None, WordMatch.Verify(typed, word));
    }

    [Fact]
    public void NaughtyStrings_NeverThrow_AndFoldIdempotently()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/naughty-strings.json")));
        var strings = json.RootElement.EnumerateArray().Select(each => each.GetString()!).ToList();
        var index = new NameIndex<int>();
        for (var i = 0; i < strings.Count; i++) index.Add(i, strings[i], strings[(i + 7) % strings.Count]);
        foreach (var naughty in strings.Append(new string('x', 100_000)))
        {
            var folded = NameFolding.Fold(naughty);
            Assert.Equal(folded, NameFolding.Fold(folded));
            Assert.All(NameFolding.Words(naughty), word => Assert.NotEmpty(NameKeys.OfWord(word)));
            Assert.NotNull(NameKeys.For(naughty));
            Assert.NotNull(index.Find(naughty));
        }
    }

    [Fact]
    public void KeysOfAPersonsName_AreQuick()
    {
        var people = CountryNames.All.SelectMany(country => country.People(new Random(1), 200, latin: true)).ToList();
        foreach (var (given, surname) in people) _ = NameKeys.For(given).Count + NameKeys.For(surname).Count;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        long keys = 0;
        foreach (var (given, surname) in people) keys += NameKeys.For(given).Count + NameKeys.For(surname).Count;
        var microseconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMicroseconds / people.Count;

        TestContext.Current.TestOutputHelper?.WriteLine($"{microseconds:F1} microseconds and {(double)keys / people.Count:F1} keys for a person's name");
        Assert.InRange(keys / people.Count, 10, 40);
    }
}
