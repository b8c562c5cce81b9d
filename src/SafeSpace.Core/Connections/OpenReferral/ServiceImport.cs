using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.OpenReferral;

/// <summary>A service that was not brought in, by its place in the file.</summary>
/// <param name="Why">English; translated.</param>
public sealed record RefusedService(int Number, string? Name, string Why);

/// <param name="Known">Was here already, and stays as our own people wrote it.</param>
public sealed record ServicesBrought(int Read, int Added, int Known, IReadOnlyList<RefusedService> Refused);

/// <summary>Brings a directory in that was written in the form of Open Referral UK (HSDS 3.0): one service, a list, or a page of a feed. What is good comes in; what is not is named.</summary>
public sealed class ServiceImport(GroupStore store)
{
    public const string NoDirectory = "This is no directory in the form of Open Referral UK.";

    public const string TooMany = "This file has more than 10,000 services. Please bring it in in parts.";

    private const int Most = 10_000;

    /// <exception cref="SafeSpaceException">The file is nothing of the kind.</exception>
    public async Task<ServicesBrought> BringAsync(Stream file, Actor by)
    {
        JsonDocument json;
        try
        {
            json = await JsonDocument.ParseAsync(file, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException)
        {
            throw new SafeSpaceException(NoDirectory);
        }

        using (json)
            return await BringAsync(ServicesIn(json.RootElement), by);
    }

    private Task<ServicesBrought> BringAsync(List<JsonElement> services, Actor by) => store.Write("DirectoryBroughtIn", by, async unit =>
    {
        var known = (await unit.Db.Partners.Select(p => new { p.Id, p.ImportedId }).ToListAsync()).SelectMany(p => new[] { p.Id.ToString(), p.ImportedId }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (added, before, refused) = (0, 0, new List<RefusedService>());
        foreach (var (service, number) in services.Select((s, i) => (s, i + 1)))
        {
            var (name, id) = (Text(service, "name"), Text(service, "id"));
            if (Refusal(service, id, name) is { } why)
                refused.Add(new RefusedService(number, name, why));
            else if (!known.Add(id!))
                before++;
            else
            {
                unit.Db.Partners.Add(Read(service, id!, name!, unit.Clock.DayOf(unit.Now)));
                added++;
            }
        }

        return new ServicesBrought(services.Count, added, before, refused);
    });

    private static List<JsonElement> ServicesIn(JsonElement root)
    {
        var list = root.ValueKind switch
        {
            JsonValueKind.Array => root,
            JsonValueKind.Object when root.TryGetProperty("contents", out var contents) && contents.ValueKind == JsonValueKind.Array => contents,
            JsonValueKind.Object when root.TryGetProperty("services", out var services) && services.ValueKind == JsonValueKind.Array => services,
            _ => default,
        };
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > Most)
            throw new SafeSpaceException(TooMany);
        List<JsonElement> found = list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : root.ValueKind == JsonValueKind.Object && root.TryGetProperty("name", out _) ? [root] : [];
        return found.Count > 0 || list.ValueKind == JsonValueKind.Array ? found : throw new SafeSpaceException(NoDirectory);
    }

    private static string? Refusal(JsonElement service, string? id, string? name) =>
        service.ValueKind != JsonValueKind.Object ? "This is no service."
        : name is null ? "It has no name."
        : id is null || id.Length > 100 ? "It has no id."
        : WrittenText.Check("", name, WrittenText.Line) is not null ? "Its name is too long, or has a sign in it that we cannot keep."
        : Text(service, "status") is { } status && status != "active" ? "It is not active."
        : null;

    private static Partner Read(JsonElement service, string id, string name, DateOnly today)
    {
        var assured = DateOnly.TryParseExact(Text(service, "assured_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today ? day : (DateOnly?)null;
        var location = First(service, "service_at_locations") is { } at && at.TryGetProperty("location", out var place) ? place : First(service, "locations");
        var address = location is { } there ? First(there, "addresses") : null;
        var called = NameOf(name, Of(service, "organization") is { } organization ? Text(organization, "name") : null);
        var partner = new Partner
        {
            Id = Ids.New(),
            Name = called,
            ImportedId = id,
            // What nobody says they checked asks for a check at once.
            CheckedOn = assured ?? today.AddDays(-Partner.DaysUntilCheck),
            CheckedByName = "Open Referral UK",
        };
        new PartnerDetails(called)
        {
            WhatFor = Kept(Text(service, "description")),
            ForWhom = Kept(Text(service, "eligibility_description") ?? Ages(service)),
            HowToRefer = Kept(Text(service, "application_process")),
            OpenWhen = Kept(string.Join("\n", Each(service, "schedules").Concat(Each(service, "service_at_locations").SelectMany(a => Each(a, "schedules"))).Select(ServiceHours.Of).OfType<string>().Distinct())),
            Phone = Line(WhoAnswers(service).SelectMany(w => Each(w, "phones")).Select(p => Text(p, "number")).FirstOrDefault(n => n is not null)),
            Email = Line(WhoAnswers(service).Select(w => Text(w, "email")).FirstOrDefault(e => e is not null)),
            Website = new[] { Text(service, "url"), Of(service, "organization") is { } owner ? Text(owner, "website") : null }.Select(Page).FirstOrDefault(u => u is not null),
            Address = address is { } lines ? Kept(string.Join(", ", new[] { "address_1", "address_2", "city" }.Select(n => Text(lines, n)).OfType<string>())) : null,
            Postcode = address is { } post ? Line(Text(post, "postal_code")) : null,
        }.FillIn(partner);
        return partner;
    }

    /// <summary>"Counselling" says little: whose it is stands with it.</summary>
    private static string NameOf(string name, string? organization) =>
        organization is null || name.Contains(organization, StringComparison.OrdinalIgnoreCase) || WrittenText.Check("", $"{name} ({organization})", WrittenText.Line) is not null ? name : $"{name} ({organization})";

    /// <summary>The service itself, then its contacts, then the organisation: in the UK profile a phone is its contact's.</summary>
    private static IEnumerable<JsonElement> WhoAnswers(JsonElement service) =>
        [service, .. Each(service, "contacts"), .. Of(service, "organization") is { } organization ? [organization, .. Each(organization, "contacts")] : Array.Empty<JsonElement>()];

    private static string? Ages(JsonElement service) => (Number(service, "minimum_age"), Number(service, "maximum_age")) switch
    {
        (null, null) => null,
        ({ } from, null) => $"{from}+",
        (null, { } to) => $"0–{to}",
        ({ } from, { } to) => $"{from}–{to}",
    };

    private static string? Page(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? Line(url.ToString()) : null;

    private static int? Number(JsonElement at, string name) => at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number is >= 0 and < 200 ? (int)number : null;

    private static JsonElement? Of(JsonElement at, string name) => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Kept(string? words) => words is null || WrittenText.Check("", words, WrittenText.Note) is not null ? null : words;

    private static string? Line(string? words) => words is null || WrittenText.Check("", words, WrittenText.Line) is not null ? null : words;

    internal static string? Text(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } words ? words : null;

    private static IEnumerable<JsonElement> Each(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object) : [];

    private static JsonElement? First(JsonElement at, string name) => Each(at, name).Select(e => (JsonElement?)e).FirstOrDefault();
}
