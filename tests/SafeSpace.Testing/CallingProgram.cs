using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SafeSpace.Core.Access;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing;

/// <summary>A program that calls the interface with a token of its own, as another system does.</summary>
public sealed class CallingProgram(Visitor visitor, string secret)
{
    public Task<ProgramAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path));

    /// <param name="path">Inside the interface: "/referrals".</param>
    /// <param name="body">Written as JSON.</param>
    /// <param name="key">The Idempotency-Key, if there is one.</param>
    public Task<ProgramAnswer> PostAsync(string path, object body, string? key = null) => PostAsync(path, JsonContent.Create(body), key);

    public Task<ProgramAnswer> PostAsync(string path, HttpContent content, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request);
    }

    private async Task<ProgramAnswer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var response = await visitor.RawAsync(request);
        return new ProgramAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers.Location);
    }
}

/// <summary>What the interface answered.</summary>
public sealed record ProgramAnswer(HttpStatusCode Status, string Text, string? Type, Uri? Location)
{
    /// <summary>The answer as JSON; an error of the test when it is none.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>What is wrong with one field, of problem details; "" when nothing is.</summary>
    public string Mistake(string field) =>
        Json.TryGetProperty("errors", out var errors) && errors.TryGetProperty(field, out var said) ? string.Join(' ', said.EnumerateArray().Select(s => s.GetString())) : "";
}

public static class Programs
{
    /// <summary>A new token of this role, and a program that holds it.</summary>
    public static async Task<CallingProgram> ProgramAsync(this TestGroup group, Role role) =>
        new(group.Visit(), (await new ApiTokenService(group.Store).AddAsync($"{role} program", role, Actor.CommandLine)).Secret);
}
