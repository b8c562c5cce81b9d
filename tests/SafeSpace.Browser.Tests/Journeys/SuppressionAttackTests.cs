using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Core.Tests.Reports.Packs;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>A commissioner's account reads every pack and restatement off the pages, and tries with a linear solver to find out a few people.</summary>
public sealed class SuppressionAttackTests(Chromium chromium)
{
    private static readonly Dictionary<string, decimal> Agreed = new() { ["severe"] = 240m, ["day"] = 58m };

    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task WhatTheCommissionerReads_GivesNobodyAway(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(people: 150, contacts: 900);
        await BooksAsync(group.Store);
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Coordinator, script);
        await PublishAsync(at, "2025-12", "2025-12");
        await PublishAsync(at, "2026-01", "2026-01");
        await CrisesAsync(group.Store, new(2025, 12, 9), 2);
        await PublishAsync(at, "2025-12", "2026-01");
        await CrisesAsync(group.Store, new(2026, 1, 9), 6);
        await at.GoAsync("/packs/2/restate");
        await at.Page.FillAsync("#Why", "Six lines of the log came late.");
        await at.Button("Publish the restatement").ClickAsync();
        Assert.Equal("/packs/4", at.Path);

        await using var reader = await AtBrowser.SignedInAsync(chromium, group, Role.Commissioner, script, width: 1280);
        var published = await ReadAsync(reader, group.Store);

        var all = PackFigures.Together(published.Select(p => p.Exact));
        Assert.Contains(all.Quantities, q => q.Shown);
        Assert.Contains(all.Quantities, q => q.GivesAway && q.Key.StartsWith("value|CrisisSupport|", StringComparison.Ordinal));
        Assert.Empty(Attack.On(all, HowTheyHangTogether.Of(published, Agreed)));
        await PageCheck.FitAsync(reader);
        Assert.Empty(reader.Complaints);

        // Worth something only if it finds what is there: one withheld small number, read off a page after all.
        all.Quantities.First(q => q is { GivesAway: true, Hidden: false, Shown: false }).Shown = true;
        Assert.NotEmpty(Attack.On(all, HowTheyHangTogether.Of(published, Agreed)));
    }

    /// <summary>Every pack with the figures that stand on its page: known is what can be read there, and nothing else.</summary>
    private static async Task<IReadOnlyList<PublishedPack>> ReadAsync(AtBrowser reader, GroupStore store)
    {
        var service = new PackService(store);
        await using var db = await store.ReadAsync();
        var published = new List<PublishedPack>();
        var known = new Dictionary<string, Quantity>();
        foreach (var pack in await db.Packs.AsNoTracking().OrderBy(p => p.Number).ToListAsync())
        {
            var (document, exact) = (service.Open(pack), service.ExactOf(pack));
            foreach (var quantity in exact.Quantities)
                (quantity.Shown, known[quantity.Key]) = (false, quantity);
            await reader.GoAsync($"/packs/{pack.Number}");
            foreach (var table in document.Tables)
            {
                var rows = await reader.Page.Locator($"table[data-pack-table={table.Code}] tbody tr").EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.children].map(cell => cell.textContent.trim()))");
                Assert.Equal(table.Rows.Count, rows.Length);
                foreach (var (row, words) in table.Rows.Zip(rows))
                    foreach (var (cell, said) in row.Cells.Zip(words.Skip(1)))
                        if (cell.Key is { } key && decimal.TryParse(said, NumberStyles.Number, CultureInfo.GetCultureInfo("en-GB"), out var number) && known.TryGetValue(key, out var of) && Math.Abs(of.Value - number) < 0.01m)
                            of.Shown = true;
            }

            published.Add(new(document, exact));
        }

        return published;
    }

    private static async Task PublishAsync(AtBrowser at, string from, string to)
    {
        await at.GoAsync($"/packs/new?From={from}&To={to}");
        await at.Button("Publish").ClickAsync();
        Assert.StartsWith("/packs/", at.Path, StringComparison.Ordinal);
    }

    private static async Task BooksAsync(GroupStore store)
    {
        await store.Write("BookBroughtIn", Actor.System, unit =>
        {
            unit.Db.Rates.Add(new Rate { Id = Ids.New(), Component = ValueComponent.CrisisSupport, Level = "severe", Unit = "crisis", Pence = 24_000, From = new(2025, 1, 1) });
            unit.Db.Rates.Add(new Rate { Id = Ids.New(), Component = ValueComponent.CentreUse, Level = "day", Unit = "use", Pence = 5_800, From = new(2025, 1, 1) });
            foreach (var month in new[] { new Month(2025, 12), new Month(2026, 1) })
            {
                unit.Db.Incomes.Add(new Income { Id = Ids.New(), Month = month, Kind = IncomeKind.Statutory, Pence = 388_800 });
                for (var i = 0; i < 25; i++)
                    unit.Db.Add(new Core.Community.CentreSignIn { Id = Ids.New(), Day = month.FirstDay.AddDays(i), Name = $"Member {i}", NameKey = $"member {i}", Session = "day", Way = Core.Community.SignInWay.Sheet });
            }

            return Task.CompletedTask;
        });
        await CrisesAsync(store, new(2025, 12, 7), 3);
        await CrisesAsync(store, new(2026, 1, 7), 1);
    }

    private static Task CrisesAsync(GroupStore store, DateOnly day, int many) => store.Write("CrisesLogged", Actor.System, unit =>
    {
        for (var i = 0; i < many; i++)
            unit.Db.CrisisEntries.Add(new CrisisEntry { Id = Ids.New(), Day = day.AddDays(i), Kind = "severe", Name = $"Somebody {day} {i}", NameKey = $"somebody {day} {i}" });
        return Task.CompletedTask;
    });
}
