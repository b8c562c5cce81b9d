using System.Text.Json;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Cli;

public sealed class ImportCommandTests
{
    private static readonly string[] TeamsFiles = [SharedData.Path("safe-space/register.xlsx"), SharedData.Path("safe-space/diary.csv")];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TeamsFiles_GiveTheSumsAndTheirRefusals_AndImportNothingTwice(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var group = (await stores.NewGroupAsync()).Slug;
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(SharedData.Path("safe-space/expected.json"))).RootElement;

        var first = await Run.OfAsync(stores, ["import", .. TeamsFiles, "--group", group, "--json"]);
        var again = await Run.OfAsync(stores, ["import", .. TeamsFiles, "--group", group, "--json"]);
        var check = await Run.OfAsync(stores, "verify", "--group", group);

        Assert.Equal((3, 3, 0), (first.Code, again.Code, check.Code));
        int Of(Run run, string name) => run.Json.GetProperty(name).ValueKind == JsonValueKind.Array ? run.Json.GetProperty(name).GetArrayLength() : run.Json.GetProperty(name).GetInt32();
        Assert.Equal(
            (expected.GetProperty("people_before_duplicates_are_merged").GetInt32(), expected.GetProperty("referrals").GetInt32(), expected.GetProperty("contacts").GetInt32()),
            (Of(first, "people"), Of(first, "referrals"), Of(first, "contacts")));
        foreach (var run in new[] { first, again })
            Assert.Equal(Of(run, "rows_read"), Of(run, "rows_imported") + Of(run, "rows_already_known") + Of(run, "refused") + Of(run, "duplicates_skipped") + Of(run, "rows_ignored"));
        Assert.Equal((Of(first, "people"), 0, 0, Of(first, "rows_imported")), (Of(again, "people"), Of(again, "people_new"), Of(again, "rows_imported"), Of(again, "rows_already_known")));
        Assert.Equal(
            expected.GetProperty("register_rejects").EnumerateArray().Select(r => $"register.xlsx|{r.GetProperty("sheet").GetString()}|{r.GetProperty("row").GetInt32()}|{r.GetProperty("why").GetString()}")
                .Concat(expected.GetProperty("diary_rejects").EnumerateArray().Select(r => $"diary.csv||{r.GetProperty("line_in_records").GetInt32()}|{r.GetProperty("why").GetString()}")),
            first.Json.GetProperty("refused").EnumerateArray().Select(r => $"{r.GetProperty("file").GetString()}|{r.GetProperty("sheet").GetString()}|{r.GetProperty("row").GetInt32()}|{r.GetProperty("why").GetString()}"));
        var offered = first.Json.GetProperty("probable_duplicates").EnumerateArray().Select(p => (p.GetProperty("new_reference").GetString(), p.GetProperty("same_person_as").GetString())).ToList();
        Assert.Empty(expected.GetProperty("probable_duplicates").EnumerateArray().Select(p => (p.GetProperty("new_reference").GetString(), p.GetProperty("same_person_as").GetString())).Except(offered));
        Assert.InRange(offered.Count, 32, 64);
    }

    [Fact]
    public async Task ForPeople_SaysItInSentences_AndTheDryRunKeepsNothing()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var group = (await stores.NewGroupAsync()).Slug;

        var dry = await Run.OfAsync(stores, ["import", .. TeamsFiles, "--group", group, "--dry-run"]);
        var check = await Run.OfAsync(stores, "verify", "--group", group, "--json");

        Assert.Equal(3, dry.Code);
        Assert.Contains("12,857 rows read: 12,771 imported, 0 known already, 10 refused", dry.Output, StringComparison.Ordinal);
        Assert.Equal(0, check.Json.GetProperty("counts").GetProperty("people").GetInt32());
    }

    [Fact]
    public async Task WhatCannotBe_IsOneLine()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var group = (await stores.NewGroupAsync()).Slug;
        var folder = Directory.CreateTempSubdirectory("safespace-import-");
        string Made(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
            return Path.Combine(folder.FullName, name);
        }

        (await Run.OfAsync(stores, "import", "/nowhere/register.xlsx", "--group", group)).IsRefused(1, "There is no file /nowhere/register.xlsx.");
        (await Run.OfAsync(stores, "import", TeamsFiles[1], "--group", "nobody")).IsRefused(1, "There is no group");
        (await Run.OfAsync(stores, "import", Made("letter.csv", "Dear all,\nsee you\n"), "--group", group)).IsRefused(1, "letter.csv: We found no book that we know");
        (await Run.OfAsync(stores, "import", TeamsFiles[1], "--group", group, "--mapping", Made("m.yaml", "kind: cookbook\n"))).IsRefused(1, "m.yaml: ");
        (await Run.OfAsync("import", "--group", group)).IsRefused(2, "");
        folder.Delete(recursive: true);
    }
}
