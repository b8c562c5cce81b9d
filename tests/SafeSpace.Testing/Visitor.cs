using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using OtpNet;
using SafeSpace.Core.Access;

namespace SafeSpace.Testing;

/// <summary>
/// A person at a browser without script: keeps cookies, reads pages, fills in the forms it finds there (hidden fields, antiforgery and all).
/// Paths are inside the group: "/people/SS0001".
/// </summary>
public sealed class Visitor(TestSite site, string pathBase)
{
    private readonly CookieContainer cookies = new();
    private readonly HttpMessageHandler handler = site.NewHandler();

    public User? Account { get; private set; }

    public string PathBase => pathBase;

    public async Task SignInAsync(User account)
    {
        Account = account;
        var answer = await GivePasswordAsync(account);
        if (answer.Path.StartsWith("/sign-in/code", StringComparison.Ordinal))
            answer = await answer.SubmitAsync(("Code", CodeOf(account)));
        if (answer.Status != HttpStatusCode.OK || answer.Path.StartsWith("/sign-in", StringComparison.Ordinal))
            throw new InvalidOperationException($"Signing in as {account.DisplayName} led to {answer.Path}: {answer.Status} {answer.Words("body")}");
    }

    /// <summary>The first step alone.</summary>
    public async Task<Answer> GivePasswordAsync(User account, string password = TestSite.Password) =>
        await (await GetAsync("/sign-in?whole=true")).SubmitAsync(("Email", account.Email!), ("Password", password));

    /// <summary>
    /// What the account's phone shows. No code works twice, so a second sign-in at the same moment uses the next half minute's;
    /// after that the clock has to move on.
    /// </summary>
    public string CodeOf(User account)
    {
        var used = Codes.AddOrUpdate(account.Id, Now(), (_, last) => Math.Max(Now(), last + 1));
        if (used > Now() + 1)
            site.Folder.Clock.Advance(TimeSpan.FromSeconds(30 * (used - Now() - 1)));
        return new Totp(Base32Encoding.ToBytes(TestGroup.AuthenticatorKey)).ComputeTotp(DateTime.UnixEpoch.AddSeconds(used * 30));

        long Now() => site.Folder.Clock.GetUtcNow().ToUnixTimeSeconds() / 30;
    }

    private static readonly ConcurrentDictionary<Guid, long> Codes = new();

    /// <summary>Opens a page and follows redirects, as a browser does.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Absolute(path)));

    /// <summary>Sends without following redirects.</summary>
    public async Task<HttpResponseMessage> RawAsync(HttpRequestMessage request)
    {
        request.RequestUri = request.RequestUri is { IsAbsoluteUri: true } absolute ? absolute : Absolute(request.RequestUri!.ToString());
        var header = cookies.GetCookieHeader(request.RequestUri);
        if (header.Length > 0)
            request.Headers.Add("Cookie", header);
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        var response = await client.SendAsync(request, CancellationToken.None);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                cookies.SetCookies(request.RequestUri, cookie);
        return response;
    }

    /// <summary>Sends without following redirects, and answers with the request's whole context: what the application knew of it.</summary>
    public async Task<HttpContext> AskAsync(string method, string path, string? bearer = null, CancellationToken cancel = default)
    {
        var address = Absolute(path);
        using var open = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var answer = await site.App.GetTestServer().SendAsync(context =>
        {
            context.Request.Method = method;
            context.Request.Scheme = address.Scheme;
            context.Request.Host = new HostString(address.Host);
            context.Request.Path = address.AbsolutePath;
            context.Request.QueryString = new QueryString(address.Query);
            if (cookies.GetCookieHeader(address) is { Length: > 0 } header)
                context.Request.Headers.Cookie = header;
            if (bearer is not null)
                context.Request.Headers.Authorization = "Bearer " + bearer;
            if (bearer is not null && method is "POST" or "PUT" or "PATCH")
                (context.Request.ContentType, context.Request.Body) = ("application/json", new MemoryStream("{}"u8.ToArray()));
        }, open.Token);
        if (answer.Response.ContentType is "text/event-stream")
        {
            await open.CancelAsync(); // a line that lies open ends when its reader goes
            return answer;
        }

        await answer.Response.Body.CopyToAsync(Stream.Null, cancel); // the request ends, and lets go of what it holds, when it was read
        return answer;
    }

    /// <summary>Takes the cookies of another browser, wherever they are good for: a thief's try.</summary>
    public void TakeCookiesOf(Visitor other, string intoPath)
    {
        foreach (Cookie cookie in other.cookies.GetAllCookies())
            cookies.Add(new Cookie(cookie.Name, cookie.Value, intoPath, cookie.Domain));
    }

    /// <summary>What the browser would send with the next page: name=value, name=value.</summary>
    public string CookieHeader => cookies.GetCookieHeader(Absolute("/"));

    /// <summary>Closes the browser: only cookies with a date stay.</summary>
    public void CloseBrowser()
    {
        foreach (Cookie cookie in cookies.GetAllCookies())
            cookie.Expired = cookie.Expires == DateTime.MinValue;
    }

    /// <summary>Posts fields just as given: no token but what is among them.</summary>
    public Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, Absolute(path)) { Content = new FormUrlEncodedContent(fields) });

    internal async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var response = await RawAsync(request);
        for (var hops = 0; hops < 10 && (int)response.StatusCode is 301 or 302 or 303; hops++)
        {
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, response.Headers.Location!));
            response = await RawAsync(request);
        }

        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode == HttpStatusCode.InternalServerError)
            Console.Error.WriteLine($"{request.Method} {request.RequestUri} came to grief:\n" + string.Join('\n', site.Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal)).TakeLast(3)));
        return new Answer(this, response.StatusCode, request.RequestUri!, text, response);
    }

    internal Uri Absolute(string path) => new(site.Root + (path.StartsWith(pathBase + "/", StringComparison.Ordinal) ? "" : pathBase) + path);
}

/// <summary>A page as it came, with its forms ready to be filled in.</summary>
public sealed class Answer(Visitor visitor, HttpStatusCode status, Uri address, string text, HttpResponseMessage response)
{
    private readonly Lazy<IHtmlDocument> document = new(() => new HtmlParser().ParseDocument(text));

    public HttpStatusCode Status => status;

    public HttpResponseMessage Response => response;

    public string Text => text;

    /// <summary>The address inside the group.</summary>
    public string Path => address.PathAndQuery.StartsWith(visitor.PathBase, StringComparison.Ordinal) ? address.PathAndQuery[visitor.PathBase.Length..] : address.PathAndQuery;

    public IHtmlDocument Page => document.Value;

    /// <summary>The words of what a selector finds, white space folded; "" when it finds nothing.</summary>
    public string Words(string selector = "main") =>
        string.Join(' ', (Page.QuerySelector(selector) ?? (selector == "main" ? Page.Body : null))?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>Fills in the page's form and sends it: the main form, or the one a selector finds. Fields the form does not have are an error of the test.</summary>
    public Task<Answer> SubmitAsync(params (string Name, string Value)[] fields) => SubmitFormAsync(Page.QuerySelector(MainForm) is null ? "form[method=post]" : MainForm, fields);

    /// <summary>A form marked as aside stands before the page's own: a button that begins something.</summary>
    private const string MainForm = "main form[method=post]:not([data-aside])";

    public Task<Answer> SubmitFormAsync(string selector, params (string Name, string Value)[] fields)
    {
        var form = Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} on {Path}: {Words("body")}");
        var target = new Uri(address, form.GetAttribute("action") is { Length: > 0 } action ? action : address.PathAndQuery);
        var values = Filled(form, fields);
        if (string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
            return visitor.GetAsync(target.AbsolutePath + "?" + string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}")));
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(values) });
    }

    /// <summary>Fills in the form of a button and presses that button.</summary>
    public Task<Answer> PressAsync(string words, params (string Name, string Value)[] fields)
    {
        var button = Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(b => b.TextContent.Trim() == words && b.Form is not null)
            ?? throw new InvalidOperationException($"No button \"{words}\" on {Path}: {Words("body")}");
        var target = button.GetAttribute("formaction") is { Length: > 0 } own ? own : button.Form!.GetAttribute("action") is { Length: > 0 } action ? action : address.PathAndQuery;
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(address, target)) { Content = new FormUrlEncodedContent([.. Filled(button.Form!, fields), .. button.Name is { Length: > 0 } name ? [KeyValuePair.Create(name, button.Value)] : Array.Empty<KeyValuePair<string, string>>()]) });
    }

    /// <summary>Chooses files in the page's form for files, and sends it.</summary>
    public Task<Answer> UploadAsync(string field, (string Name, byte[] Bytes)[] files, params (string Name, string Value)[] fields)
    {
        var form = Page.QuerySelector("form[enctype='multipart/form-data']") as IHtmlFormElement ?? throw new InvalidOperationException($"No form for files on {Path}: {Words("body")}");
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(form, fields))
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), field, name);
        var target = new Uri(address, form.GetAttribute("action") is { Length: > 0 } action ? action : address.PathAndQuery);
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = content });
    }

    /// <summary>What the page's main form would send, changed or with more fields than it has: for posts no browser would make.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FormFields(params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)Page.QuerySelector("main form[method=post]")!;
        return [.. Filled(form, []).Where(f => fields.All(o => o.Name != f.Key)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
    }

    /// <summary>Follows a link by its words.</summary>
    public Task<Answer> FollowAsync(string words)
    {
        var link = Page.QuerySelectorAll("a[href]").FirstOrDefault(a => a.TextContent.Contains(words, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No link \"{words}\" on {Path}: {Words("body")}");
        return visitor.GetAsync(new Uri(address, link.GetAttribute("href")!).PathAndQuery);
    }

    private static List<KeyValuePair<string, string>> Filled(IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        var names = fields.Select(f => f.Name).ToHashSet();
        var values = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        foreach (var name in names.Where(n => form.Elements.All(e => e.GetAttribute("name") != n)))
            throw new InvalidOperationException($"The form has no field {name}; it has {string.Join(", ", form.Elements.Select(e => e.GetAttribute("name")).Distinct())}");
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || names.Contains(name) || element.HasAttribute("disabled"))
                continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice:
                    if (choice.IsChecked)
                        values.Add(new(name, choice.Value));
                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    values.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        return values;
    }
}
