using System.CommandLine;
using SafeSpace.Core.Network;

namespace SafeSpace.Web.Cli;

/// <summary><c>key rotate</c>, <c>key paper</c>, <c>key put</c> and <c>key cookies</c>.</summary>
internal static class KeyCommands
{
    public static Command Make() => new("key", "The key of a group: without it no note and no copy opens.") { Rotate(), Paper(), Put(), Cookies() };

    private static Command Rotate()
    {
        var command = new Command("rotate", "Makes a new key and puts everything under it, while the application serves. Stopped in the middle, it goes on when run again.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var slug = parsed.GetValue(group)!;
            using var line = ProgressLine.For(parsed.Error(), "Keys");
            var done = await new KeyRotation(stores).RunAsync(slug, line.Report);
            var paper = KeyPaper.Of(done.Key);
            await parsed.AnswerAsync(json, new { group = slug, keys = done.Keys, words = done.Words, in_place = done.InPlace, paper },
                $"\"{slug}\" has a new key: {done.Keys:#,0} keys and {done.Words:#,0} words are under it.",
                done.InPlace ? "The one before is kept, for copies made with it: keep it as long as you keep those." : "The environment gives the keys: put the new one in the old one's place on every node now, and the old one into …_OLD.",
                "Write the new one down, and keep it apart from the copies:",
                paper);
            return 0;
        });
        return command;
    }

    private static Command Paper()
    {
        var command = new Command("paper", "Prints the key in a form to write down and keep in a safe.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var slug = parsed.GetValue(group)!;
            await stores.GetAsync(slug);
            var paper = KeyPaper.Of(new GroupKeys(stores.DataFolder).Read(slug));
            await parsed.AnswerAsync(json, new { group = slug, paper }, $"The key of \"{slug}\". Who has it and a copy of the store reads everything:", paper);
            return 0;
        });
        return command;
    }

    private static Command Put()
    {
        var command = new Command("put", "Puts a key in its place, typed from paper. Never over one that is there.");
        var where = new StoreOptions(command);
        var code = new Argument<string[]>("code") { Description = "The seventeen groups of four.", Arity = ArgumentArity.OneOrMore };
        var group = Answers.Group(command);
        command.Arguments.Add(code);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var slug = parsed.GetValue(group)!;
            new GroupKeys(stores.DataFolder).Put(slug, KeyPaper.Read(string.Concat(parsed.GetValue(code)!)));
            await parsed.AnswerAsync(json, new { group = slug }, $"The key of \"{slug}\" is in its place. To see that it fits: safespace verify --group {slug}");
            return 0;
        });
        return command;
    }

    private static Command Cookies()
    {
        var command = new Command("cookies", "Throws the keys of cookies away, while nothing serves: with the next start there are new ones, and everybody signs in again.");
        var where = new StoreOptions(command);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var forgotten = await new CookieKeys(stores).ForgetAsync();
            await parsed.AnswerAsync(json, new { forgotten }, $"{forgotten:#,0} keys of cookies are gone. Start every node again: everybody signs in anew, and forms that are open now are given back to be sent again.");
            return 0;
        });
        return command;
    }
}
