using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests.Load;

/// <summary>Somebody who signs in once and logs contacts at the form, antiforgery and all; stays signed in over every restart.</summary>
public sealed class FormClient(FaultHouse house)
{
    private readonly CookieContainer cookies = new();
    private bool signedIn;

    /// <summary>A filled form, not yet sent; null when the page could not be had just now.</summary>
    /// <param name="answered">Told of answers that are no "saved".</param>
    public async Task<Attempt?> NewAsync(HttpClient http, Action<Attempt, HttpStatusCode, string> answered)
    {
        try
        {
            if (!signedIn && !await SignInAsync(http))
                return null;
            var path = $"/{FaultHouse.Slug}/people/{house.People[0]}/log";
            var (status, _, text) = await SendAsync(http, new HttpRequestMessage(HttpMethod.Get, path));
            if (status != HttpStatusCode.OK)
                return null;
            var fields = Fields(text);
            var attempt = new Attempt(WriteKind.Form, Guid.Parse(fields["FormId"])) { SendAsync = null! };
            attempt.Row = attempt.Key;
            attempt.SendAsync = client => PostAsync(attempt, client, path, fields, answered);
            return attempt;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Opens a page as whoever is signed in.</summary>
    public async Task<(HttpStatusCode Status, bool HasRetryAfter, string Text)> PageAsync(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies.GetCookieHeader(new Uri("http://127.0.0.1" + path)) is { Length: > 0 } header)
            request.Headers.Add("Cookie", header);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, response.Headers.RetryAfter is not null, await response.Content.ReadAsStringAsync());
    }

    private async Task PostAsync(Attempt attempt, HttpClient http, string path, Dictionary<string, string> fields, Action<Attempt, HttpStatusCode, string> answered)
    {
        try
        {
            var (status, to, text) = await SendAsync(http, new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });
            if (status == HttpStatusCode.Found && to?.EndsWith("/mine", StringComparison.Ordinal) == true)
                attempt.Fate = Fate.Acknowledged;
            else
                answered(attempt, status, $"to {to}: {text}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            // Gone while it answered: nobody knows.
        }
    }

    private async Task<bool> SignInAsync(HttpClient http)
    {
        var path = $"/{FaultHouse.Slug}/sign-in?whole=true";
        var (status, _, text) = await SendAsync(http, new HttpRequestMessage(HttpMethod.Get, path));
        if (status != HttpStatusCode.OK)
            return false;
        var fields = Fields(text);
        (fields["Email"], fields["Password"]) = (FaultHouse.Email, FaultHouse.Password);
        (status, var to, _) = await SendAsync(http, new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });
        return signedIn = status == HttpStatusCode.Found && to?.Contains("sign-in", StringComparison.Ordinal) == false;
    }

    private async Task<(HttpStatusCode Status, string? To, string Text)> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        // Ports change with every restart; cookies belong to the host.
        var jar = new Uri("http://127.0.0.1" + request.RequestUri);
        using (request)
        {
            if (cookies.GetCookieHeader(jar) is { Length: > 0 } header)
                request.Headers.Add("Cookie", header);
            using var response = await http.SendAsync(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set)
                    cookies.SetCookies(jar, cookie);
            return (response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync());
        }
    }

    private static Dictionary<string, string> Fields(string text)
    {
        var form = (IHtmlFormElement)new HtmlParser().ParseDocument(text).QuerySelector("main form[method=post]")!;
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements)
        {
            if (element is IHtmlInputElement { Type: not ("submit" or "button" or "checkbox") } input && (input.Type != "radio" || input.IsChecked))
                fields[input.Name!] = input.Value;
            else if (element is IHtmlTextAreaElement area)
                fields[area.Name!] = area.Value;
            else if (element is IHtmlSelectElement select)
                fields[select.Name!] = select.Value ?? "";
        }

        return fields;
    }
}
