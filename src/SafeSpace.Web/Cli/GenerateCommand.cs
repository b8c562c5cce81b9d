using System.CommandLine;
using System.Diagnostics;
using SafeSpace.Core.Jobs.Invented;

namespace SafeSpace.Web.Cli;

internal static class GenerateCommand
{
    public static Command Make()
    {
        var command = new Command("generate", "Adds invented people and contacts to a group, for load tests. Nobody in them is real.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var people = new Option<int>("--people") { Description = "How many people.", Required = true };
        var contacts = new Option<int>("--contacts") { Description = "How many contacts.", Required = true };
        var years = new Option<double>("--years") { Description = "Over how many years up to yesterday.", DefaultValueFactory = _ => 1.5 };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same people.", DefaultValueFactory = _ => 1 };
        foreach (var option in new Option[] { people, contacts, years, seed })
            command.Options.Add(option);
        people.MustBe<int>(n => n is > 0 and <= 10_000_000, "--people must be from 1 to 10,000,000.");
        contacts.MustBe<int>(n => n is >= 0 and <= 200_000_000, "--contacts must be from 0 to 200,000,000.");
        years.MustBe<double>(n => n is >= 0.1 and <= 50, "--years must be from 0.1 to 50.");
        var json = Answers.Json(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var store = await stores.GetAsync(parsed.GetValue(group)!);
            var plan = new InventionPlan(parsed.GetValue(people), parsed.GetValue(contacts)) { Years = parsed.GetValue(years), Seed = parsed.GetValue(seed) };
            var clock = Stopwatch.StartNew();
            using var line = ProgressLine.For(parsed.Error(), "People");
            var made = await new Inventor(store, plan).RunAsync(line.Report, cancel);
            var seconds = clock.Elapsed.TotalSeconds;
            await parsed.AnswerAsync(
                json,
                new { group = store.Slug, people = made.People, referrals = made.Referrals, contacts = made.Contacts, seconds = Math.Round(seconds, 2) },
                $"Added {made.People:#,0} invented people, {made.Referrals:#,0} referrals and {made.Contacts:#,0} contacts in {seconds:0.0} s.");
            return 0;
        });
        return command;
    }
}
