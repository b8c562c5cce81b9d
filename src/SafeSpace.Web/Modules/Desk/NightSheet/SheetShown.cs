using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.NightSheet;
using SafeSpace.Core.Register;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.NightSheet;

/// <param name="Name">First name alone: what they like to be called.</param>
/// <param name="Phones">"07700 900 123 (mum's)".</param>
/// <param name="Promises">"call, today 18:30".</param>
/// <param name="Peer">Who promised, or who rings them.</param>
public sealed record SheetRow(string Name, string Reference, IReadOnlyList<string> Phones, string? SafeTimes, string Voicemail, string? WhoMayAnswer, IReadOnlyList<string> Promises, string? Peer);

/// <summary>The sheet in words: the same for paper and for the sealed file.</summary>
public sealed record SheetShown(string Group, string MadeAt, string? DeskPhone, IReadOnlyList<SheetRow> People, IReadOnlyList<string> Peers, IReadOnlyList<string> Emergencies)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<SheetShown> MakeAsync(GroupDb db, Vault vault, GroupStore store, SheetContent content, Texts t)
    {
        var clock = store.Clock;
        var peers = content.People.Select(p => p.Peer?.Value).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => peers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return new SheetShown(
            store.Profile.Name,
            Spoken.Moment(clock.LocalNow, clock.Today),
            store.Profile.Phone,
            [.. content.People.Select(p => new SheetRow(
                FirstName(p.Person),
                p.Person.Reference,
                [.. p.Phones.Select(n => n.Note is { Length: > 0 } note ? $"{n.Number} ({note})" : n.Number)],
                vault.Open(PersonWords.SafeTimes, p.Person.Id.Value, p.Person.SafeTimes),
                p.Person.Voicemail == Voicemail.Yes ? t["a message is fine"] : t["leave no message"],
                vault.Open(PersonWords.WhoMayAnswer, p.Person.Id.Value, p.Person.WhoMayAnswer),
                [.. p.Promises.Select(r => r.For is null ? $"{(r.Visit ? t["visit"] : t["call"])}, {PromiseWords.When(r, clock, t)}" : PromiseWords.What(r, clock, t))],
                p.Peer is { } peer ? names.GetValueOrDefault(peer.Value) : null))],
            [.. content.Peers.Select(p => string.Join(", ", new[] { p.Name, p.ReachOn, p.AtHome ? t["at home"] : t["in the building"] }.Where(w => !string.IsNullOrEmpty(w))))],
            [.. content.Emergencies.Select(e => $"{e.When}: {e.WhatToDo} {e.RingName} {e.RingPhone}".Trim())]);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static string FirstName(Person person) =>
        !string.IsNullOrWhiteSpace(person.KnownAs) ? person.KnownAs : person.GivenName.Length > 0 ? person.GivenName : person.Reference;
}
