using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
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
/// <param name="Walled">For each of us who waits behind a wall: who holds the key, and how they are reached. Not who it is.</param>
/// <param name="Callers">Callers nobody knows who were not seen to yet: what they said, and who has the call.</param>
/// <param name="More">There are more people than fit.</param>
public sealed record SheetShown(string Group, string MadeAt, string? DeskPhone, IReadOnlyList<SheetRow> People, IReadOnlyList<string> Peers, IReadOnlyList<string> Emergencies, IReadOnlyList<string> Walled, IReadOnlyList<string> Callers, bool More)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<SheetShown> MakeAsync(GroupDb db, Vault vault, GroupStore store, SheetContent content, Core.Desk.Board.Board board, Texts t)
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
            [.. content.Emergencies.Select(e => $"{e.When}: {e.WhatToDo} {e.RingName} {e.RingPhone}".Trim())],
            [.. board.Walled.Select(w => w.Keyholders.Count == 0 ? Nobody(board.Settings.NoKeyholder, t)
                : string.Join(" · ", w.Keyholders.Select(k => string.IsNullOrEmpty(k.ReachOn) ? t["{0} has the key", k.Name] : $"{t["{0} has the key", k.Name]}: {k.ReachOn}")))],
            [.. board.Callers.Select(c => $"{(vault.Open(DirectingService.Caller, c.Id, c.Caller) is { Length: > 0 } said ? said : t["somebody we do not know"])} · {(c.Waits ? t["nobody has them now"] : t["with {0}", c.Peer])}")],
            content.More);
    }

    private static string Nobody(string? instead, Texts t) => instead is null ? t["Nobody has the key."] : $"{t["Nobody has the key."]} {t["When no keyholder is on, we agreed: {0}", instead]}";

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static string FirstName(Person person) =>
        !string.IsNullOrWhiteSpace(person.KnownAs) ? person.KnownAs : person.GivenName.Length > 0 ? person.GivenName : person.Reference;
}
