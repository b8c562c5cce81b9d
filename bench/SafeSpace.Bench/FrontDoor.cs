using System.Net;
using System.Text.RegularExpressions;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Bench;

/// <summary>Signing in as a browser does; in a demonstration, where a password is enough.</summary>
internal static partial class FrontDoor
{
    public const string Password = "kettle-river-lamp-42";

    /// <param name="address">Of the group, with a slash at its end.</param>
    public static async Task<HttpClient> SignInAsync(GroupStore store, Uri address, Role role, string email)
    {
        await new AccountService(store).AddAsync(email, role.ToString(), [role], Password, Actor.CommandLine);
        return await SignInAsync(address, email);
    }

    public static async Task<HttpClient> SignInAsync(Uri address, string email)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = int.MaxValue }) { BaseAddress = address };
        using var answer = await TryAsync(client, email, Password);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("sign-in", StringComparison.Ordinal))
            throw new InvalidOperationException($"Signing in led to {answer.RequestMessage.RequestUri}.");
        return client;
    }

    public static async Task<HttpResponseMessage> TryAsync(HttpClient client, string email, string password) =>
        await SendAsync(client, await FormTokenAsync(client), email, password);

    public static async Task<string> FormTokenAsync(HttpClient client) =>
        Token().Match(await client.GetStringAsync(new Uri("sign-in?whole=true", UriKind.Relative))).Groups[1].Value;

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string token, string email, string password)
    {
        using var form = new FormUrlEncodedContent([new("Email", email), new("Password", password), new("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri("sign-in", UriKind.Relative), form);
    }

    /// <summary>A page or an answer, read to its end.</summary>
    public static async Task FetchAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
