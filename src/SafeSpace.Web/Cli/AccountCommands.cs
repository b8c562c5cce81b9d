using System.CommandLine;
using SafeSpace.Core.Access;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Cli;

/// <summary><c>user add</c> and <c>token add</c>.</summary>
internal static class AccountCommands
{
    public static Command MakeUser()
    {
        var add = new Command("add", "Adds an account. Without a password it prints a link with which the person sets it up.");
        var stores = new StoreOptions(add);
        var email = new Argument<string>("email") { Description = "E-mail address." };
        var group = Answers.Group(add);
        var role = new Option<Role[]>("--role") { Description = "What they do; may be given several times.", Required = true, AllowMultipleArgumentsPerToken = true };
        var name = new Option<string?>("--name") { Description = "What colleagues call them. Default: the address up to the @." };
        var password = new Option<string?>("--password") { Description = "At least 12 letters. The code on the phone is set up at the first sign-in." };
        var url = new Option<string>("--url") { Description = "Where the application is served.", DefaultValueFactory = _ => "http://localhost:5080" };
        add.Arguments.Add(email);
        foreach (var option in new Option[] { role, name, password, url })
            add.Options.Add(option);
        var json = Answers.Json(add);
        add.SetAction(async parsed =>
        {
            var address = parsed.GetValue(email)!;
            var given = parsed.GetValue(password);
            if (!address.Contains('@', StringComparison.Ordinal))
                throw new SafeSpaceException($"\"{address}\" is no e-mail address.");
            await using var open = await stores.OpenAsync(parsed);
            var store = await open.GetAsync(parsed.GetValue(group)!);
            if (given is not null && PasswordRules.Problem(given, address, PasswordRules.WordsOf(store)) is { } problem)
                throw new SafeSpaceException(problem);
            var user = await new AccountService(store).AddAsync(address, parsed.GetValue(name) ?? address.Split('@')[0], parsed.GetValue(role)!, given, Actor.CommandLine)
                ?? throw new SafeSpaceException($"There is an account with the address {address} already.");
            var link = given is null
                ? GroupCommands.LinkOf(parsed.GetValue(url)!, store.Slug, await new SetupLinks(store, PasswordHashing.Slow).MakeAsync(user.UserId, Actor.CommandLine))
                : null;
            await parsed.AnswerAsync(json, new { id = user.Id, email = user.Email, setup_link = link },
                [$"The account {user.Email} is made.", .. link is null ? Array.Empty<string>() : ["It is set up here (works once, for three days):", link]]);
            return 0;
        });
        return new Command("user", "Accounts of a group.") { add };
    }

    public static Command MakeToken()
    {
        var add = new Command("add", "Makes a token for a program, and prints it once.");
        var stores = new StoreOptions(add);
        var name = new Argument<string>("name") { Description = "Which program uses it." };
        var group = Answers.Group(add);
        var role = new Option<Role>("--role") { Description = "What the program may do.", Required = true };
        add.Arguments.Add(name);
        add.Options.Add(role);
        var json = Answers.Json(add);
        add.SetAction(async parsed =>
        {
            await using var open = await stores.OpenAsync(parsed);
            var made = await new ApiTokenService(await open.GetAsync(parsed.GetValue(group)!)).AddAsync(parsed.GetValue(name)!, parsed.GetValue(role), Actor.CommandLine);
            await parsed.AnswerAsync(json, new { id = made.Token.Id, name = made.Token.Name, token = made.Secret }, "The token, shown only now:", made.Secret);
            return 0;
        });
        return new Command("token", "Tokens for programs.") { add };
    }
}
