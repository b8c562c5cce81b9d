using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SQLitePCL;

namespace SafeSpace.Bench;

/// <summary>Pages of a group with much behind it beside the same pages of a small one: how long they take, and how many pages of the database they read.</summary>
internal static class Pages
{
    private const int Runs = 5;
    private const int AskedInARun = 21;

    public static async Task RunAsync(BenchSite site, Table table)
    {
        using var big = await FrontDoor.SignInAsync(site.Address, BenchSite.DeskEmail);
        using var small = await FrontDoor.SignInAsync(site.AddressOf(site.Small), BenchSite.DeskEmail);
        var counting = new PagesRead();
        using var listening = DiagnosticListener.AllListeners.Subscribe(counting);
        foreach (var (what, path) in new (string, Func<GroupStore, Task<string>>)[]
        {
            ("the board", _ => Task.FromResult("desk/rows")),
            ("open cases", _ => Task.FromResult("register?state=open")),
            ("a person's page", async store => $"people/{await SomebodyAsync(store)}"),
        })
        {
            var (ours, least) = (new List<double>(), new List<double>());
            var (ofBig, ofSmall) = (await path(site.Store), await path(site.Small));
            for (var run = 0; run < Runs; run++)
            {
                least.Add((await Times.OfAsync(AskedInARun, () => small.FetchAsync(ofSmall))).Median);
                ours.Add((await Times.OfAsync(AskedInARun, () => big.FetchAsync(ofBig))).Median);
            }

            var (median, floor) = (ours.Order().ElementAt(Runs / 2), least.Order().ElementAt(Runs / 2));
            table.Add($"{what}, {site.Plan.Contacts:#,0} contacts", Table.Text($"{median:0.00} ms"), Table.Text($"the same with 10,000: {floor:0.00} ms"), Table.Text($"{median / floor:0.00} x, {median - floor:0.00} ms apart"),
                "within 1.2 x or 1 ms", median <= 1.2 * floor || median - floor <= 1);
            var (read, leastRead) = (await counting.OfAsync(() => big.FetchAsync(ofBig)), await counting.OfAsync(() => small.FetchAsync(ofSmall)));
            table.Add($"{what}: pages of the database", Table.Text($"{read.Pages:#,0} in {read.Questions} questions"), Table.Text($"{leastRead.Pages:#,0} in {leastRead.Questions}"), Table.Text($"{(double)read.Pages / leastRead.Pages:0.00} x"),
                "within 1.2 x", read.Pages <= 1.2 * leastRead.Pages);
            if (read.Pages > 1.2 * leastRead.Pages)
                BenchSite.Say($"  {read.Most.Pages:#,0} of them for: {read.Most.Question}");
        }
    }

    /// <summary>Somebody with an open case and as many contacts as anybody may have in either group.</summary>
    private static async Task<string> SomebodyAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        var open = await db.Cases.AsNoTracking().Where(c => c.State == CaseState.Open).OrderBy(c => c.PersonId).Select(c => c.PersonId).Take(50).ToListAsync();
        var contacts = await db.Set<Core.Diary.Contact>().Where(c => c.PersonId != null && open.Contains(c.PersonId.Value)).GroupBy(c => c.PersonId).Select(g => new { g.Key, Contacts = g.Count() }).ToListAsync();
        var usual = contacts.OrderBy(c => Math.Abs(c.Contacts - 10)).First().Key;
        return await db.People.Where(p => p.Id == usual).Select(p => p.Reference).SingleAsync();
    }

    /// <summary>Asks each question of a page once more, and counts what the database reads for it: found in its memory or not.</summary>
    private sealed class PagesRead : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private const int CacheHit = 7;
        private const int CacheMiss = 8;
        private volatile bool watching;
        private readonly ConcurrentBag<(long Pages, string Question)> read = [];

        public async Task<(long Pages, int Questions, (long Pages, string Question) Most)> OfAsync(Func<Task> page)
        {
            read.Clear();
            watching = true;
            await page();
            watching = false;
            return (read.Sum(r => r.Pages), read.Count, read.MaxBy(r => r.Pages));
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (!watching || value.Value is not CommandEventData data || value.Key != RelationalEventId.CommandExecuting.Name
                || !data.Command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                return;
            read.Add((data.Command.Connection is SqliteConnection lite ? OfSqlite(lite, data.Command) : OfPostgres(data.Command), data.Command.CommandText.ReplaceLineEndings(" ")));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private static long OfSqlite(SqliteConnection connection, DbCommand asked)
        {
            var before = Count(connection);
            using var command = Again(asked, "");
            using var reader = command.ExecuteReader();
            while (reader.Read())
                continue;
            return Count(connection) - before;
        }

        private static long Count(SqliteConnection connection)
        {
            raw.sqlite3_db_status(connection.Handle, CacheHit, out var hit, out _, 0);
            raw.sqlite3_db_status(connection.Handle, CacheMiss, out var miss, out _, 0);
            return (long)hit + miss;
        }

        private static long OfPostgres(DbCommand asked)
        {
            using var command = Again(asked, "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ");
            using var plan = JsonDocument.Parse((string)command.ExecuteScalar()!);
            var top = plan.RootElement[0].GetProperty("Plan");
            return top.GetProperty("Shared Hit Blocks").GetInt64() + top.GetProperty("Shared Read Blocks").GetInt64();
        }

        private static DbCommand Again(DbCommand asked, string before)
        {
            var command = asked.Connection!.CreateCommand();
            command.Transaction = asked.Transaction;
            command.CommandText = before + asked.CommandText;
            foreach (DbParameter parameter in asked.Parameters)
                command.Parameters.Add(parameter is ICloneable npgsql ? npgsql.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value));
            return command;
        }
    }
}
