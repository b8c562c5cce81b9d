using SafeSpace.Core.Diary;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.Mapping;

public sealed class MappingTests
{
    private static List<RowOutcome> Read(string mapping, params string[] books) => Importing.Read(PeopleLookup.Nobody, mapping, books);

    private static string Refused(string mapping, string book = "A,B\n1,2\n") => Assert.Throws<ImportRefusedException>(() => Read(mapping, book)).Message;

    [Fact]
    public void HeadersNobodyKnows_AreNamed()
    {
        var row = Importing.Records<RegisterRow>(Read(
            """
            kind: register
            columns:
              reference: Kartennummer
              date: Angekommen
              name: Mensch
              factors: Warum
            """, "Kartennummer,Angekommen,Mensch,Warum,Phone\n12,1/2/2021,Ana Weiß,debt,07138557167\n")).Single();
        Assert.Equal(("SS0012", "Ana", "Weiß"), (row.Reference, row.Given, row.Surname));
        Assert.Equal(["Financial problems"], row.Factors);
        // What the mapping leaves out is recognised.
        Assert.Equal(["07138557167"], row.Phones);
    }

    [Fact]
    public void SurnameForename_OneDateTimeColumn_AndMonthFirst()
    {
        var rows = Read(
            """
            dates: month-first
            names: surname-first
            sheets:
              - file: book1.csv
                kind: register
                columns: { name: Person, when: Came, team: By }
              - file: book2.csv
                kind: diary
                columns: { name: Person, when: At, kind: How }
            """, "Person,Came,By\n\"Hill, Sam\",03/25/2021 4:40pm,HTT\n", "At,Person,How\n03/26/21 9.05,Hill Sam,rang\n");
        Assert.Equal((new DateOnly(2021, 3, 25), new TimeOnly(16, 40)), Importing.Records<RegisterRow>(rows).Select(r => (r.ReferredOn, r.ReferredAt!.Value)).Single());
        Assert.Equal((new DateOnly(2021, 3, 26), new TimeOnly(9, 5)), Importing.Records<DiaryRow>(rows).Select(r => (r.On, r.At!.Value)).Single());
    }

    [Fact]
    public void OwnWords_ForTeamUrgencyFactorGenderStateAndContactKind()
    {
        var rows = Read(
            """
            words:
              team: { Night nurses: [nn, nights] }
              urgency: { High: [drop everything] }
              factor: { Housing problems: [rats, "no heating"], Gambling: bets }
              gender: { Woman: [k] }
              state: { Closed: [zu] }
              contact_kind: { visit_at_home: [popped round], no_answer: [zip] }
            """,
            "Ref,Date of referral,Surname,Referred by,Urgency,Presenting issues,M/F,Status\n1,1/2/2021,Hill,NN,Drop everything,rats + bets,K,zu\n",
            Importing.Diary + "1/3/2021,,Popped round,1,,,,\n1/3/2021,,zip,1,,,,\n");
        var row = Importing.Records<RegisterRow>(rows).Single();
        Assert.Equal(("Night nurses", "High", "Woman", "Closed"), (row.Team, row.Urgency, row.Gender, row.State));
        Assert.Equal("Drop everything", row.UrgencyAsTyped);
        Assert.Equal(["Housing problems", "Gambling"], row.Factors);
        Assert.Equal([ContactKind.VisitAtHome, ContactKind.NoAnswer], Importing.Records<DiaryRow>(rows).Select(r => r.Kind));
    }

    [Fact]
    public void HeaderRow_Letters_AndTheGroupsOwnLetters()
    {
        var rows = Importing.Records<RegisterRow>(Read(
            """
            kind: register
            header_row: 0
            reference_prefix: hx
            columns: { reference: A, date: C, surname: B }
            """, "7,Hill,1/2/2021\n8,Ash,2/2/2021\n"));
        Assert.Equal(["HX0007 Hill", "HX0008 Ash"], rows.Select(r => $"{r.Reference} {r.Surname}"));
    }

    [Fact]
    public void SheetToLeaveAlone_IsLeftAlone()
    {
        var outcomes = ImportReading.Open([BookSource.FromPath(SharedData.Path("safe-space/register.xlsx"))], new ImportOptions(Importing.Today),
            MappingReader.Read("m.yaml", "sheets:\n  - sheet: Register to Mar 2020\n    ignore: yes\n")).Rows(PeopleLookup.Nobody);
        Assert.DoesNotContain(outcomes, o => o is RowImported && o.Place.Sheet == "Register to Mar 2020");
    }

    [Fact]
    public void EncodingAndDelimiter_OfTheMapping_AreUsed()
    {
        var mapping = MappingReader.Read("m.yaml", "encoding: windows-1250\ndelimiter: tab\n");
        Assert.Equal(new CsvChoices("windows-1250", "\t"), mapping.Csv);
    }

    [Theory]
    [InlineData("colums: {}", "Line 1 of the mapping: we do not know “colums” here")]
    [InlineData("kind: registry", "Line 1 of the mapping: say one of these: register, diary, sign-in")]
    [InlineData("kind: register\nheader_row: three", "Line 2 of the mapping: a whole number belongs here")]
    [InlineData("kind: register\ncolumns: { shoe_size: A }", "we do not know “shoe_size” here")]
    [InlineData("kind: register\ncolumns: { date: Zzz }", "names a column “Zzz”, and there is none")]
    [InlineData("kind: register\nheader_row: 99", "no such row")]
    [InlineData("kind: register\ncolumns: { date: A }", "found no column for surname or name")]
    [InlineData("words: { contact_kind: { telepathy: [x] } }", "we do not know “telepathy” here")]
    [InlineData("words: { team: [x] }", "a list of “name: value” lines belongs here")]
    [InlineData("sheets: x", "a list belongs here")]
    [InlineData("sheets:\n  - ignore: perhaps", "say yes or no")]
    [InlineData("a: [", "not well-formed YAML")]
    [InlineData("- a", "a list of “name: value” lines belongs here")]
    public void Mistake_IsToldWithItsLine(string mapping, string sentence) => Assert.Contains(sentence, Refused(mapping));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet")]
    public void EmptyMapping_ChangesNothing(string mapping) =>
        Assert.Single(Importing.Records<RegisterRow>(Read(mapping, Importing.Register + "1,1/2/2021,Sam,Hill,,,,\n")));

    [Fact]
    public void WhatWasRecognised_CanBeWrittenAsYaml_AndReadsTheSame()
    {
        var book = Book.Open(BookSource.FromPath(SharedData.Path("safe-space/register.xlsx")));
        var recognised = BookRecogniser.Recognise(book);
        var yaml = MappingWriter.Write(MappingWriter.FromRecognised(book.FileName, recognised));
        var again = MappedReading.Read(book, MappingReader.Read("m.yaml", yaml));

        Assert.Contains("kind: register", yaml);
        Assert.Equal(recognised.Select(Shape), again.Select(Shape));

        static string Shape(SheetReading sheet) =>
            $"{sheet.Sheet} {sheet.Kind} {sheet.HeaderRow} {string.Join('|', sheet.Columns.Select(c => $"{c.Index}{c.Field}"))} {sheet.FirstRows.Count * (sheet.Kind is null ? 0 : 1)}";
    }

    [Fact]
    public void EverythingAMappingCanSay_IsWrittenAndReadBack()
    {
        var mapping = new BookMapping
        {
            Encoding = "windows-1250",
            Delimiter = "\t",
            Dates = DateOrder.MonthFirst,
            Names = NameOrder.SurnameFirst,
            ReferencePrefix = "HX",
            Sheets = [new SheetMapping { File = "a: b.csv", Sheet = "No", Kind = BookKind.SignIn, HeaderRow = 3, OnlyThese = true, Columns = new Dictionary<string, IReadOnlyList<string>> { ["phone"] = ["Tel: 1", "yes"] } }],
            Words = new WordMapping { ByList = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> { ["answer"] = new Dictionary<string, IReadOnlyList<string>> { ["yes"] = ["ja", "1"] } } },
        };
        var yaml = MappingWriter.Write(mapping);
        var read = MappingReader.Read("m.yaml", yaml);

        Assert.Equal(yaml, MappingWriter.Write(read));
        Assert.Equal((mapping.Encoding, mapping.Delimiter, mapping.Dates, mapping.Names, mapping.ReferencePrefix),
            (read.Encoding, read.Delimiter, read.Dates, read.Names, read.ReferencePrefix));
        Assert.Equal(("a: b.csv", "No", BookKind.SignIn, 3, true), (read.Sheets[0].File, read.Sheets[0].Sheet, read.Sheets[0].Kind!.Value, read.Sheets[0].HeaderRow!.Value, read.Sheets[0].OnlyThese));
        Assert.Equal(["Tel: 1", "yes"], read.Sheets[0].Columns["phone"]);
        Assert.Equal(["ja", "1"], read.Words.Of("answer")!["yes"]);
    }
}
