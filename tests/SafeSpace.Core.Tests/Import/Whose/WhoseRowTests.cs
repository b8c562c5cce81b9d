using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Tests.Import.Whose;

public sealed class WhoseRowTests
{
    private static List<string?> People(string register) =>
        [.. Importing.Read(Importing.Register + register).OfType<RowImported>().Select(i => i.Person.Reference ?? "(none)" + i.Person.Surname)];

    [Fact]
    public void TwoReferences_AreTwoPeople_HoweverAlike() =>
        Assert.Equal(["SS0001", "SS0002"], People("SS1,1/2/2021,Sam,Hill,1/1/1980,07138557167,,\nSS2,1/3/2021,Sam,Hill,1/1/1980,07138557167,,\n"));

    [Fact]
    public void NoReference_SameNameAndBirth_IsThatPerson_WhereverTheRowStands() =>
        Assert.Equal(["SS0001", "SS0001", "SS0001"],
            People(",1/1/2021,SAM,hill ,1/1/1980,,,\nSS1,1/2/2021,Sam,Hill,1/1/80,,,\n,1/3/2021,Sam,Hill,1st Jan 1980,,,\n"));

    [Fact]
    public void NoReference_OtherBirth_IsSomebodyElse_SamePhoneOrNot() =>
        Assert.Equal(["SS0001", "(none)Hill"], People("SS1,1/2/2021,Sam,Hill,1/1/1980,07138557167,,\n,1/3/2021,Sam,Hill,2/1/1980,07138557167,,\n"));

    [Theory]
    [InlineData("1/1/1980", "")]
    [InlineData("", "1/1/1980")]
    [InlineData("", "")]
    public void NoReference_BirthMissingOnEitherSide_SamePhone_IsThatPerson(string first, string second) =>
        Assert.Equal(["SS0001", "SS0001"], People($"SS1,1/2/2021,Sam,Hill,{first},07138557167,,\n,1/3/2021,Sam,Hill,{second},+44 7138 557167,,\n"));

    [Fact]
    public void NoReference_BirthMissing_OtherPhone_IsSomebodyElse() =>
        Assert.Equal(["SS0001", "(none)Hill"], People("SS1,1/2/2021,Sam,Hill,,07138557167,,\n,1/3/2021,Sam,Hill,1/1/1980,07000000000,,\n"));

    [Fact]
    public void NoReferenceTwice_IsOneNewPerson() =>
        Assert.Equal(1, Importing.Read(Importing.Register + ",1/2/2021,Sam,Hill,1/1/1980,,,\n,1/3/2021,Sam,Hill,1/1/1980,,,\n")
            .OfType<RowImported>().Count(i => i.IsNewPerson));

    [Fact]
    public void NoReference_TwoPeopleOfThatNameAndBirth_IsRefused() =>
        Assert.Equal([$"4: {Refusals.TwoPeopleOfThatName}"], Importing.Refused(Importing.Read(
            Importing.Register + "SS1,1/2/2021,Sam,Hill,1/1/1980,,,\nSS2,1/2/2021,Sam,Hill,1/1/1980,,,\n,1/3/2021,Sam,Hill,1/1/1980,,,\n")));

    [Fact]
    public void BirthTheFirstRowLeftOut_IsLearntFromALaterOne() =>
        Assert.Equal(["SS0001", "SS0001", "SS0001"],
            People("SS1,1/2/2021,Sam,Hill,,,,\nSS1,1/3/2021,Sam,Hill,1/1/1980,,,\n,1/4/2021,Sam,Hill,1/1/1980,,,\n"));

    [Fact]
    public void NoName_KnownReference_IsThatPerson() => Assert.Equal(["SS0001", "SS0001"], People("SS1,1/2/2021,Sam,Hill,,,,\nss 1,1/3/2021,,,,,,\n"));

    [Fact]
    public void DiaryWithoutReference_IsTheOnePersonOfThatName_CapitalsApostrophesAndAccentsForgiven()
    {
        var contacts = Importing.Read(
            Importing.Register + "SS1,1/2/2021,Siobhán,O’NEILL,,,,\n",
            Importing.Diary + "1/3/2021,,Text,,siobhán o'neill,,,\n2/3/2021,,Text,,Siobhan ONeill,,,\n").OfType<RowImported>().Where(i => i.Row is DiaryRow);
        Assert.All(contacts, contact => Assert.Equal("SS0001", contact.Person.Reference));
        Assert.Equal(2, contacts.Count());
    }

    [Fact]
    public void DiaryNameWithItsAccents_IsThePersonWhoBearsThem()
    {
        var contact = Importing.Read(
            Importing.Register + "SS1,1/2/2021,Sean,Hill,,,,\nSS2,1/2/2021,Seán,Hill,,,,\n",
            Importing.Diary + "1/3/2021,,Text,,Seán Hill,,,\n").OfType<RowImported>().Last();
        Assert.Equal("SS0002", contact.Person.Reference);
    }

    [Fact]
    public void DiaryWithoutReference_TwoPeopleOfThatName_IsRefused() =>
        Assert.Contains($"2: {Refusals.TwoPeopleOfThatName}", Importing.Refused(Importing.Read(
            Importing.Register + "SS1,1/2/2021,Sam,Hill,1/1/1980,,,\nSS2,1/2/2021,Sam,Hill,2/2/1990,,,\n", Importing.Diary + "1/3/2021,,Text,,Sam Hill,,,\n")));

    [Fact]
    public void Reference_WinsOverTheName() =>
        Assert.Equal("SS0001", Importing.Read(Importing.Register + "SS1,1/2/2021,Sam,Hill,,,,\n", Importing.Diary + "1/3/2021,,Text,SS1,Somebody Else,,,\n")
            .OfType<RowImported>().Last().Person.Reference);

    [Fact]
    public void PeopleOfTheStore_AreFound_ByReferenceNameAndPhone_AndAreNotNew()
    {
        var stored = new KnownPerson(new Guid(7, 0, 0, new byte[8]), "SS0007", "Ann", "Ash", new DateOnly(1970, 1, 1), ["07138557167"], isInStore: true);
        // Each time a new object, as a database gives.
        KnownPerson Fetch() => new(stored.Id, stored.Reference, stored.Given, stored.Surname, stored.BornOn, ["07138557167"], isInStore: true);
        var store = new PeopleLookup(reference => reference == "SS0007" ? Fetch() : null, (_, surname) => surname == "Ash" ? [Fetch()] : []);

        var outcomes = Importing.Read(store, null,
            Importing.Register + "SS7,1/2/2021,,,,,,\n,1/3/2021,Ann,Ash,1/1/1970,,,\n,1/4/2021,Ann,Ash,,07138557167,,\n",
            Importing.Diary + "1/3/2021,,Text,,Ann Ash,,,\n1/3/2021,,Text,7,,,,\n").OfType<RowImported>().ToList();

        Assert.Equal(5, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(stored.Id, outcome.Person.Id));
        Assert.DoesNotContain(outcomes, outcome => outcome.IsNewPerson);
    }
}
