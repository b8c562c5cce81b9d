using System.CommandLine;
using SafeSpace.Core.Access;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Cli;

/// <summary><c>group add</c> and <c>group list</c>.</summary>
internal static class GroupCommands
{
    public static Command Make()
    {
        var group = new Command("group", "Groups on this installation.");
        group.Subcommands.Add(Add());
        group.Subcommands.Add(List());
        return group;
    }

    private static Command Add()
    {
        var command = new Command("add", "Makes a group, and prints the link with which its first coordinator sets up an account.");
        var stores = new StoreOptions(command);
        var slug = new Argument<string>("slug") { Description = "Short name in addresses: small letters, digits, hyphens." };
        var name = new Option<string>("--name") { Description = "What people call the group.", Required = true };
        var zone = new Option<string>("--time-zone") { Description = "Like Europe/London.", DefaultValueFactory = _ => "Europe/London" };
        var currency = new Option<string>("--currency") { Description = "Like GBP.", DefaultValueFactory = _ => "GBP" };
        var language = new Option<string>("--language") { Description = "Like en.", DefaultValueFactory = _ => "en" };
        var url = new Option<string>("--url") { Description = "Where the application is served.", DefaultValueFactory = _ => "http://localhost:5080" };
        command.Arguments.Add(slug);
        foreach (var option in new Option[] { name, zone, currency, language, url })
            command.Options.Add(option);
        var json = Answers.Json(command);
        command.SetAction(async parsed =>
        {
            var spoken = parsed.GetValue(language)!;
            string[] languages = ["en", .. new LanguageFiles().Languages.Order(StringComparer.Ordinal)];
            if (!languages.Contains(spoken))
                throw new SafeSpaceException($"There is no language \"{spoken}\". Choose one of: {string.Join(", ", languages)}.");
            await using var open = await stores.OpenAsync(parsed);
            var store = await open.AddAsync(new NewGroup(parsed.GetValue(slug)!, parsed.GetValue(name)!, parsed.GetValue(zone)!, parsed.GetValue(currency)!.ToUpperInvariant(), spoken));
            var link = LinkOf(parsed.GetValue(url)!, store.Slug, await new SetupLinks(store, PasswordHashing.Slow).MakeAsync(null, Actor.CommandLine));
            await parsed.AnswerAsync(json, new { slug = store.Slug, name = store.Profile.Name, setup_link = link },
                $"The group \"{store.Profile.Name}\" is made.", "Its first coordinator sets up an account here (works once, for three days):", link);
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the groups.");
        var stores = new StoreOptions(command);
        var json = Answers.Json(command);
        command.SetAction(async parsed =>
        {
            await using var open = await stores.OpenAsync(parsed);
            var groups = await open.ListAsync();
            await parsed.AnswerAsync(json, new { groups = groups.Select(g => new { g.Slug, g.Name, g.AddedAt }) },
                groups.Count == 0 ? ["There are no groups yet."] : [.. groups.Select(g => $"{g.Slug}  {g.Name}")]);
            return 0;
        });
        return command;
    }

    internal static string LinkOf(string url, string slug, string secret) => $"{url.TrimEnd('/')}/{slug}/set-up/{secret}";
}
