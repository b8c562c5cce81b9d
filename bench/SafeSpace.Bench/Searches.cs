using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;

namespace SafeSpace.Bench;

/// <summary>
/// Finding people by a misspelt name, part of a phone, a date of birth: beside a person by id over the same wire, beside PostgreSQL's trigrams
/// with their index, and how often the right one is among the first five distinct names.
/// </summary>
internal static class Searches
{
    private const int Tries = 400;
    private const int SlowTries = 60;
    private const int NamesShown = 5;

    /// <summary>So many first, until what runs is compiled.</summary>
    private const int Compiled = 40;

    public static async Task RunAsync(BenchSite site, Table table)
    {
        await using var db = await site.Store.ReadAsync();
        var people = await SampleAsync(db);
        var typed = people.Select((p, i) => (Person: p, Name: Misspelt(p, i, new Random(i)))).ToList();
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Token);
        var search = new PersonSearch(db, site.Store);
        var byId = await TimesAsync(typed, t => client.FetchAsync($"api/v1/people/{t.Person.Reference}"));
        foreach (var (what, query) in new (string, Func<(Person Person, string Name), string>)[]
        {
            ("a misspelt name", t => t.Name),
            ("a misspelt name and the year of birth", t => Table.Text($"{t.Name} {t.Person.DateOfBirth?.Year}")),
            ("a date of birth", t => t.Person.DateOfBirth?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "01/02/1980"),
            ("a reference", t => t.Person.Reference),
        })
        {
            var found = await TimesAsync(typed, t => client.FetchAsync("api/v1/people?q=" + Uri.EscapeDataString(query(t))));
            table.Add($"find by {what}, over HTTP", $"{found}", $"a person by id: {byId}", Table.Text($"{found.Median / byId.Median:0.0} x"), "at most 3 x", found.Median <= 3 * byId.Median);
        }

        await CompareWithTrigramsAsync(site, db, typed, search, table);
        var (named, person) = (0, 0);
        foreach (var (wanted, name) in typed)
        {
            var hits = await search.FindAsync(name, db.People);
            named += hits.Select(h => h.FullName).Distinct().Take(NamesShown).Contains(wanted.FullName) ? 1 : 0;
            hits = await search.FindAsync(Table.Text($"{name} {wanted.DateOfBirth?.Year}"), db.People);
            // Among a million invented people several have one name and one year of birth: nobody could tell them apart by what was typed.
            person += hits.Take(NamesShown).Any(h => h.Id == wanted.Id || (h.FullName == wanted.FullName && h.DateOfBirth?.Year == wanted.DateOfBirth?.Year)) ? 1 : 0;
        }

        table.Add("the right full name among the first five distinct names, one slip in either name", Table.Text($"{named} of {typed.Count}"), "", Table.Text($"{100.0 * named / typed.Count:0.0} %"), "98 of 100", named >= 0.98 * typed.Count);
        table.Add("the right person (or one of the same name and year) among the first five, the year of birth typed too", Table.Text($"{person} of {typed.Count}"), "", Table.Text($"{100.0 * person / typed.Count:0.0} %"), "the right person", person >= 0.98 * typed.Count);
    }

    /// <summary>From all over the register, with a date of birth.</summary>
    private static async Task<List<Person>> SampleAsync(GroupDb db)
    {
        var most = await db.People.MaxAsync(p => p.ReferenceNumber);
        var numbers = Enumerable.Range(1, Tries * 2).Select(i => (int)((long)i * most / ((Tries * 2) + 1))).ToList();
        return await db.People.AsNoTracking().Where(p => numbers.Contains(p.ReferenceNumber) && p.DateOfBirth != null && p.Surname.Length > 3 && p.GivenName.Length > 3)
            .OrderBy(p => p.ReferenceNumber).Take(Tries).ToListAsync();
    }

    /// <summary>The same names asked of a table with nothing but names, by similarity, with the index made for it; ours without the wire, to be fair.</summary>
    private static async Task CompareWithTrigramsAsync(BenchSite site, GroupDb db, List<(Person Person, string Name)> typed, PersonSearch search, Table table)
    {
        const string work = "find by a misspelt name, without the wire";
        const string goal = "at least 10 x faster";
        var ours = await TimesAsync(typed, t => search.FindAsync(t.Name, db.People));
        if (BenchSite.Database is not { } database)
        {
            table.Add(work, $"{ours}", "pg_trgm is PostgreSQL's", "", goal, null);
            return;
        }

        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { SearchPath = "floor,public", MaxAutoPrepare = 20, AutoPrepareMinUsages = 1, CommandTimeout = 600 });
        await using (var make = source.CreateCommand($"""
            CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE SCHEMA IF NOT EXISTS floor; DROP TABLE IF EXISTS floor.names;
            CREATE TABLE floor.names AS SELECT id, given_name || ' ' || surname AS name FROM {site.Store.Slug}.person;
            CREATE INDEX names_trigrams ON floor.names USING gin (name gin_trgm_ops); ANALYZE floor.names;
            """))
            await make.ExecuteNonQueryAsync();
        var trigrams = await TimesAsync([.. typed.Take(SlowTries)], async t =>
        {
            await using var command = source.CreateCommand("SELECT id, name FROM floor.names WHERE name % $1 ORDER BY similarity(name, $1) DESC LIMIT 20");
            command.Parameters.Add(new NpgsqlParameter { Value = t.Name });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                reader.GetString(1);
        });
        table.Add(work, $"{ours}", $"pg_trgm with a GIN index: {trigrams}", Table.Text($"{trigrams.Median / ours.Median:0} x faster"), goal, trigrams.Median >= 10 * ours.Median);
    }

    /// <summary>A letter dropped, doubled, swapped with its neighbour or replaced, in the given name or the surname.</summary>
    private static string Misspelt(Person person, int kind, Random dice)
    {
        var (given, surname) = (person.GivenName, person.Surname);
        return kind / 4 % 2 == 0 ? $"{Slip(given, kind, dice)} {surname}" : $"{given} {Slip(surname, kind, dice)}";
    }

    private static string Slip(string name, int kind, Random dice)
    {
        var at = dice.Next(1, name.Length - 1);
        return (kind % 4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            2 => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            _ => name[..at] + (char)('a' + dice.Next(26)) + name[(at + 1)..],
        };
    }

    private static async Task<Times> TimesAsync<T>(IReadOnlyList<T> of, Func<T, Task> find)
    {
        await Times.OfAsync(of.Take(Compiled), find);
        return await Times.OfAsync(of, find);
    }
}
