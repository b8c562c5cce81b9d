namespace SafeSpace.Web.Tests.Cli;

/// <summary>match: probable duplicates in any list of people, with no group.</summary>
public sealed class MatchCommandTests : IDisposable
{
    private const string People = "id,first name,surname,date of birth,phone\nA1,Katarzyna,Nowak,14/03/1984,07700 900123\nA2,Sam,Hill,01/02/1980,07700 900555\nA3,Kate,Nowack,14/03/1984,07700 900123\n";

    private readonly string folder = Directory.CreateTempSubdirectory("safespace-match-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Pairs_come_with_score_band_and_reasons()
    {
        var run = await Run.OfAsync("match", await WriteAsync("people.csv", People));

        Assert.Equal(0, run.Code);
        var lines = run.Output.Trim().Split('\n');
        Assert.Equal("row,other_row,reference,other_reference,score,band,reasons", lines[0].Trim());
        Assert.Single(lines.Skip(1));
        Assert.StartsWith("2,4,A1,A3,", lines[1], StringComparison.Ordinal);
        Assert.Contains("same date of birth", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_names_columns_nobody_could_guess_and_out_writes_a_file()
    {
        var list = await WriteAsync("strange.csv", People.Replace("first name,surname,date of birth,phone", "k1,k2,k3,k4", StringComparison.Ordinal));
        var mapping = await WriteAsync("mapping.yaml", "reference: id\ngiven_name: k1\nsurname: k2\nborn: k3\nphones: [k4]\n");
        var to = Path.Combine(folder, "pairs.csv");

        var run = await Run.OfAsync("match", list, "--mapping", mapping, "--out", to, "--json");

        Assert.Equal(0, run.Code);
        var pair = Assert.Single(run.Json.GetProperty("pairs").EnumerateArray());
        Assert.Equal(("A1", "A3"), (pair.GetProperty("reference").GetString(), pair.GetProperty("other_reference").GetString()));
        Assert.Equal(2, (await File.ReadAllLinesAsync(to, TestContext.Current.CancellationToken)).Length);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public async Task The_encoding_is_found_out(string encoding)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var list = Path.Combine(folder, "list.csv");
        await File.WriteAllTextAsync(list, "first name;surname;born\nJürgen;Müller;01/02/1980\nJürgen;Müller;01/02/1980\n", System.Text.Encoding.GetEncoding(encoding), TestContext.Current.CancellationToken);
        var run = await Run.OfAsync("match", list);
        Assert.Contains("same surname", run.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(list, "first name;surname;born\nJürgen;Müller;01/02/1980\nJurgen;Muller;01/02/1980\n", System.Text.Encoding.GetEncoding(encoding), TestContext.Current.CancellationToken);
        Assert.Equal(run.Output, (await Run.OfAsync("match", list)).Output);
    }

    [Fact]
    public async Task What_cannot_be_is_one_line()
    {
        (await Run.OfAsync("match", await WriteAsync("people.csv", People), "--mapping", await WriteAsync("strange.yaml", "surnam: surname\n"))).IsRefused(1, "The mapping names \"surnam\".");
        (await Run.OfAsync("match", await WriteAsync("people.csv", People), "--out", Path.Combine(folder, "no", "pairs.csv"))).IsRefused(1, "Could not find");
        (await Run.OfAsync("match", Path.Combine(folder, "gone.csv"))).IsRefused(1, "There is no file");
        (await Run.OfAsync("match", await WriteAsync("empty.csv", ""))).IsRefused(1, "The file is empty.");
        (await Run.OfAsync("match", await WriteAsync("weather.csv", "day,rain\n1,2\n"))).IsRefused(1, "");
        (await Run.OfAsync("match", await WriteAsync("people.csv", People), "--mapping", await WriteAsync("bad.yaml", "surname: [a\n"))).IsRefused(1, "of the mapping cannot be read");
        (await Run.OfAsync("match", await WriteAsync("people.csv", People), "--mapping", await WriteAsync("missing.yaml", "surname: family\n"))).IsRefused(1, "family");
        (await Run.OfAsync("match")).IsRefused(2, "");
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
