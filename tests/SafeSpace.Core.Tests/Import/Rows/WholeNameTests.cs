using SafeSpace.Core.Import.Rows;

namespace SafeSpace.Core.Tests.Import.Rows;

public sealed class WholeNameTests
{
    private static (string, string) Read(string name, string? mapping = null) =>
        Importing.Records<RegisterRow>(Importing.Read(Core.Import.Whose.PeopleLookup.Nobody, mapping, $"Name,Date of referral,DOB\n\"{name}\",1/2/2021,\n"))
            .Select(row => (row.Given, row.Surname)).Single();

    [Theory]
    [InlineData("Khan, Fiona", "Fiona", "Khan")]
    [InlineData("KHAN,Fiona Mary", "Fiona Mary", "KHAN")]
    [InlineData("Fiona Khan", "Fiona", "Khan")]
    [InlineData("Fiona Mary Khan", "Fiona Mary", "Khan")]
    [InlineData("Joost van der Berg", "Joost", "van der Berg")]
    [InlineData("Fiona", "Fiona", "")]
    public void OneColumn_IsTwoNames(string name, string given, string surname) => Assert.Equal((given, surname), Read(name));

    [Theory]
    [InlineData("Khan Fiona", "Fiona", "Khan")]
    [InlineData("Khan, Fiona", "Fiona", "Khan")]
    [InlineData("Khan", "", "Khan")]
    public void SurnameFirst_WhereTheMappingSaysSo(string name, string given, string surname) =>
        Assert.Equal((given, surname), Read(name, "names: surname-first"));
}
