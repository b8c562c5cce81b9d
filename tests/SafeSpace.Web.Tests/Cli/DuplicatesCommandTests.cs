using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Cli;

/// <summary>duplicates: who looks alike, and a file of decisions.</summary>
public sealed class DuplicatesCommandTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Pairs_are_listed_with_reasons_and_decided_by_a_file_once(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var older = await group.AddPersonAsync("Katarzyna", "Nowak", new DateOnly(1984, 3, 14), "07700 900123");
        var newer = await group.AddPersonAsync("Kate", "Nowack", new DateOnly(1984, 3, 14), "+44 7700 900123");
        var (father, son) = (await group.AddPersonAsync("John", "Reed", new DateOnly(1955, 1, 2), "07700 900555"), await group.AddPersonAsync("John", "Reed", new DateOnly(1984, 5, 2), "07700 900555"));

        var listed = await Run.OfAsync(site.Folder, "duplicates", "--group", group.Slug, "--json");

        Assert.Equal(0, listed.Code);
        var pair = listed.Json.GetProperty("pairs").EnumerateArray().Single(p => p.GetProperty("reference").GetString() == older.Reference);
        Assert.Equal(newer.Reference, pair.GetProperty("other_reference").GetString());
        Assert.Contains("same date of birth", pair.GetProperty("why").GetString(), StringComparison.Ordinal);

        var file = Path.Combine(site.Folder.Folder, $"{group.Slug}.csv");
        await File.WriteAllTextAsync(file, $"reference,other_reference,decision,reason\n{older.Reference},{newer.Reference},same,she said so\n{father.Reference},{son.Reference},different,father and son\nSS9999,{son.Reference},same,\n{father.Reference},{son.Reference},perhaps,\n", TestContext.Current.CancellationToken);
        var decided = await Run.OfAsync(site.Folder, "duplicates", "--group", group.Slug, "--decide", file, "--json");

        Assert.Equal(3, decided.Code);
        Assert.Equal((1, 1, 0), (decided.Json.GetProperty("same").GetInt32(), decided.Json.GetProperty("different").GetInt32(), decided.Json.GetProperty("already_so").GetInt32()));
        Assert.Equal(["4 Nobody has the reference “SS9999”.", "5 “perhaps” is not a decision: write same or different."],
            decided.Json.GetProperty("refused").EnumerateArray().Select(r => $"{r.GetProperty("row")} {r.GetProperty("why").GetString()}"));
        var again = await Run.OfAsync(site.Folder, "duplicates", "--group", group.Slug, "--decide", file, "--json");
        Assert.Equal((0, 0, 2), (again.Json.GetProperty("same").GetInt32(), again.Json.GetProperty("different").GetInt32(), again.Json.GetProperty("already_so").GetInt32()));

        var facilitator = await group.SignInAsync(Role.Facilitator);
        Assert.Equal($"/people/{older.Reference}", (await facilitator.GetAsync($"/people/{newer.Reference}")).Path, ignoreCase: true);
        Assert.Contains("No two records look alike.", (await Run.OfAsync(site.Folder, "duplicates", "--group", group.Slug)).Output, StringComparison.Ordinal);
        Assert.Contains("Part again", (await facilitator.GetAsync("/duplicates")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("reference,decision\nSS0001,same\n", "has no column “other_reference”")]
    public async Task A_file_that_is_no_file_of_decisions_is_one_line(string text, string says)
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();
        var file = Path.Combine(site.Folder.Folder, $"{group.Slug}.csv");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        (await Run.OfAsync(site.Folder, "duplicates", "--group", group.Slug, "--decide", file)).IsRefused(1, says);
        (await Run.OfAsync(site.Folder, "duplicates", "--group", group.Slug, "--decide", file + ".gone")).IsRefused(1, "There is no file");
    }
}
