using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;

namespace SafeSpace.Bench;

/// <summary>Find people by a misspelt name, by part of a phone and by reference; the person by id beside it.</summary>
internal static class Searches
{
    private const int Tries = 400;

    public static async Task RunAsync(BenchSite site)
    {
        await using var db = await site.Store.ReadAsync();
        var people = await db.People.AsNoTracking().OrderBy(p => p.ReferenceNumber).Take(Tries).ToListAsync();
        var search = new PersonSearch(db, site.Store);
        await SayAsync("Find by a misspelt name", people, p => search.FindAsync(Misspelt(p), db.People));
        await SayAsync("Find by reference", people, p => search.FindAsync(p.Reference, db.People));
        await SayAsync("A person by id, for comparison", people, p => db.People.AsNoTracking().SingleAsync(o => o.Id == p.Id));
    }

    /// <summary>The third letter of the surname left out.</summary>
    private static string Misspelt(Person person) =>
        person.Surname.Length > 4 ? $"{person.GivenName} {person.Surname.Remove(2, 1)}" : person.FullName;

    private static async Task SayAsync(string what, List<Person> people, Func<Person, Task> find)
    {
        foreach (var person in people.Take(20))
            await find(person);
        var times = new List<double>();
        foreach (var person in people)
        {
            var began = Stopwatch.GetTimestamp();
            await find(person);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        BenchSite.Say($"{what}: {Load.Percentile(times, 0.5):0.00} ms median, {Load.Percentile(times, 0.95):0.00} ms p95");
    }
}
