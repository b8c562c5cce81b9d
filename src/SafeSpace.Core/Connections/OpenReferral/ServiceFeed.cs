using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SafeSpace.Core.Connections.Partners;

namespace SafeSpace.Core.Connections.OpenReferral;

/// <summary>Entries marked public in the form of Open Referral UK (HSDS 3.0): what everybody may read, and never who knows us there.</summary>
public static class ServiceFeed
{
    /// <summary>What this feed is, as the standard asks at its root.</summary>
    public static readonly object About = new { version = "HSDS-UK-3.0", profile = "https://docs.openreferraluk.org", openapi_url = "https://docs.openreferraluk.org/en/latest/openapi30.json", publisher = "Safe Space" };

    /// <summary>A page of services.</summary>
    /// <param name="feed">The address at which all services stand.</param>
    public static JsonObject Page(IReadOnlyList<Partner> all, int page, int perPage, string region, string feed)
    {
        var pages = Math.Max(1, (all.Count + perPage - 1) / perPage);
        var shown = all.Skip((page - 1) * perPage).Take(perPage).ToList();
        return new JsonObject
        {
            ["total_items"] = all.Count,
            ["total_pages"] = pages,
            ["page_number"] = page,
            ["size"] = shown.Count,
            ["first_page"] = page == 1,
            ["last_page"] = page >= pages,
            ["empty"] = shown.Count == 0,
            ["contents"] = new JsonArray([.. shown.Select(p => Of(p, region, feed))]),
        };
    }

    public static JsonObject Of(Partner partner, string region, string feed)
    {
        var service = new JsonObject
        {
            ["id"] = partner.Id.ToString(),
            ["name"] = partner.Name,
            ["status"] = partner.ClosedAt is null ? "active" : "inactive",
            // The UK profile wants an address for every service; one without a page of its own stands at ours.
            ["url"] = partner.Website ?? $"{feed}/{partner.Id}",
            ["assured_date"] = partner.CheckedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["organization"] = new JsonObject { ["id"] = Derived(partner, "organization"), ["name"] = partner.Name, ["description"] = partner.WhatFor ?? partner.Name },
        };
        Add("description", partner.WhatFor);
        Add("eligibility_description", partner.ForWhom);
        Add("application_process", partner.HowToRefer);
        Add("email", partner.Email);
        if (partner.Phone is { } phone)
        {
            // In HSDS 3.0 a service has phones, in the UK profile its contacts have them.
            service["phones"] = new JsonArray(new JsonObject { ["id"] = Derived(partner, "phone"), ["number"] = phone });
            service["contacts"] = new JsonArray(new JsonObject { ["id"] = Derived(partner, "contact"), ["phones"] = new JsonArray(new JsonObject { ["id"] = Derived(partner, "contact phone"), ["number"] = phone }) });
        }

        if (partner.OpenWhen is { } open)
            service["schedules"] = new JsonArray(new JsonObject { ["id"] = Derived(partner, "schedule"), ["description"] = open });
        if (partner.Address is not null || partner.Postcode is not null)
            service["service_at_locations"] = new JsonArray(new JsonObject { ["id"] = Derived(partner, "service_at_location"), ["location"] = Location(partner, region) });
        return service;

        void Add(string name, string? words)
        {
            if (words is not null)
                service[name] = words;
        }
    }

    private static JsonObject Location(Partner partner, string region)
    {
        // The last part of an address is where it lies; what nobody wrote is empty, because the standard wants it named.
        var parts = (partner.Address ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new JsonObject
        {
            ["id"] = Derived(partner, "location"),
            ["location_type"] = "physical",
            ["addresses"] = new JsonArray(new JsonObject
            {
                ["id"] = Derived(partner, "address"),
                ["address_1"] = parts.Length > 1 ? string.Join(", ", parts[..^1]) : parts.FirstOrDefault() ?? "",
                ["city"] = parts.Length > 1 ? parts[^1] : "",
                ["state_province"] = "",
                ["postal_code"] = partner.Postcode ?? "",
                ["country"] = region,
                ["address_type"] = "physical",
            }),
        };
    }

    /// <summary>The same each time it is asked for.</summary>
    private static string Derived(Partner partner, string what) =>
        new Guid(SHA256.HashData([.. partner.Id.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(what)]).AsSpan(0, 16), bigEndian: true).ToString();
}
