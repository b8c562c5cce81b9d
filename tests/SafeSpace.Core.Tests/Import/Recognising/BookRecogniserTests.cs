using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.Recognising;

public sealed class BookRecogniserTests
{
    private static SheetReading Recognise(string csv) => BookRecogniser.Recognise(Book.Open(Importing.Csv(csv)))[0];

    [Fact]
    public void Register_HasTwoSheetsThatMatter_AndOneThatDoesNot()
    {
        var sheets = BookRecogniser.Recognise(Book.Open(BookSource.FromPath(SharedData.Path("safe-space/register.xlsx"))));

        Assert.Equal([BookKind.Register, BookKind.Register, null], sheets.Select(sheet => sheet.Kind));
        Assert.Equal([3, 3, 0], sheets.Select(sheet => sheet.HeaderRow));
        Assert.Equal(
            [Fields.Reference, Fields.Date, Fields.Time, Fields.Team, Fields.Given, Fields.Surname, Fields.Born, Fields.Gender, Fields.Phone, Fields.Postcode,
                Fields.Factors, Fields.Urgency, Fields.State, Fields.Closed, Fields.Notes],
            sheets[0].Columns.Select(column => column.Field));
        Assert.Equal(10, sheets[0].FirstRows.Count);
        Assert.Equal(4, sheets[0].FirstRows[0].Number);
        Assert.NotNull(sheets[2].Why);
    }

    [Theory]
    [InlineData("safe-space/diary.csv", BookKind.Diary)]
    [InlineData("social-value/centre-sign-in.csv", BookKind.SignIn)]
    [InlineData("social-value/members.csv", BookKind.Members)]
    [InlineData("social-value/leadership-hours.csv", BookKind.Hours)]
    [InlineData("social-value/peer-support-levels.csv", BookKind.Levels)]
    [InlineData("social-value/crisis-log.csv", BookKind.CrisisLog)]
    [InlineData("social-value/income.csv", BookKind.Income)]
    [InlineData("social-value/rates.csv", BookKind.Rates)]
    public void EveryBookOfAGroup_IsKnownByItsHeaders(string file, BookKind kind)
    {
        var sheet = BookRecogniser.Recognise(Book.Open(BookSource.FromPath(SharedData.Path(file))))[0];
        Assert.Equal(kind, sheet.Kind);
        Assert.All(sheet.Columns, column => Assert.NotNull(column.Field));
    }

    [Theory]
    [InlineData("DATE OF REFERRAL:,Forename(s),Last Name,D.O.B.,Tel. No")]
    [InlineData("Date referred;Surname, Forename;Team")]
    [InlineData("our ref,date in,name,reason for referral")]
    public void RegisterHeaders_InOtherWords(string header) => Assert.Equal(BookKind.Register, Recognise(header + "\n").Kind);

    [Fact]
    public void HeaderBelowTitles_IsFound_AndUnknownColumnsAreLeftAside()
    {
        var sheet = Recognise("Our diary,,,\nkept by Sam,,,\n\nDate,What,Who,Weather\n1/1/21,Text,Ann,sunny\n");
        Assert.Equal((BookKind.Diary, 4), (sheet.Kind!.Value, sheet.HeaderRow));
        Assert.Equal([Fields.Date, Fields.Kind, Fields.Name, null], sheet.Columns.Select(column => column.Field));
    }

    [Fact]
    public void ListNobodyKnows_IsLeftAlone_AndAFileOfSuchIsRefused()
    {
        Assert.Null(Recognise("Fruit,Price\nApple,1\n").Kind);
        Assert.Contains("no book that we know", Assert.Throws<ImportRefusedException>(() => Importing.Read("Fruit,Price\nApple,1\n")).Message);
    }

    [Fact]
    public void NoHeaderMeansTwoThingsInOneBook() =>
        Assert.All(BookVocabulary.All, book => Assert.Empty(
            book.Fields.SelectMany(field => field.Headers).GroupBy(header => header).Where(group => group.Count() > 1).Select(group => $"{book.Kind} {group.Key}")));

    [Fact]
    public void EveryHeaderOfTheVocabulary_IsFoundAsItIsWritten() =>
        Assert.All(BookVocabulary.All, book => Assert.All(book.Fields, field => Assert.All(field.Headers, header =>
            Assert.Equal(field.Field, book.FieldOf(header)))));
}
