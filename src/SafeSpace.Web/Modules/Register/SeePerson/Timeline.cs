using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Help;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Register.SeePerson;

public enum TimelineKind
{
    Contact,
    Referral,
    Opened,
    SteppedDown,
    Closed,
    Help,
}

/// <summary>One thing that has been with a person.</summary>
/// <param name="At">UTC; of a day alone, its end.</param>
/// <param name="Code">A contact's kind, a referral's team, a reason for closing; of help, what it was.</param>
public sealed record TimelineEntry(TimelineKind Kind, DateTime At, bool DayAlone, string? Code, string? By, int? Minutes, string? Words, Guid Id, string? Agreed = null);

/// <summary>What has been, the newest first: contacts, referrals, the case opening and closing, what was given. A bounded page, found by indexes.</summary>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries, long? Next)
{
    private const int OnAPage = 20;

    public static async Task<Timeline> LoadAsync(GroupDb db, Vault vault, PersonId person, string? show, long? beforeTicks, GroupClock clock)
    {
        var before = beforeTicks is > 0 and < 3155378975999999999 ? new DateTime(beforeTicks.Value, DateTimeKind.Utc) : DateTime.MaxValue.AddDays(-2);
        var entries = new List<TimelineEntry>();
        if (Shows("contacts"))
            entries.AddRange(await ContactsAsync(db, vault, person, before));
        if (Shows("referrals"))
            entries.AddRange(await ReferralsAsync(db, person, before));
        if (Shows("case"))
            entries.AddRange(await SpellsAsync(db, vault, person, before, clock));
        if (Shows("help"))
            entries.AddRange(await HelpAsync(db, vault, person, before));
        var page = entries.OrderByDescending(e => e.At).ThenBy(e => e.Kind).Take(OnAPage).ToList();
        return new Timeline(page, entries.Count > OnAPage ? page[^1].At.Ticks : null);

        bool Shows(string kind) => show == kind || show is not ("contacts" or "referrals" or "case" or "help");
    }

    private static async Task<IEnumerable<TimelineEntry>> HelpAsync(GroupDb db, Vault vault, PersonId person, DateTime before)
    {
        var rows = await db.HelpGiven.AsNoTracking().Where(h => h.PersonId == person && h.State == HelpState.Given && h.At < before).OrderByDescending(h => h.At).Take(OnAPage + 1).ToListAsync();
        var labels = rows.Count == 0 ? [] : await db.SupportItems.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Label);
        return rows.Select(h => new TimelineEntry(TimelineKind.Help, h.At, false, labels.GetValueOrDefault(h.Item, h.Item), h.PeerName, null, vault.Open(HelpColumns.Help, h.Id, h.Words), h.Id));
    }

    private static async Task<IEnumerable<TimelineEntry>> ContactsAsync(GroupDb db, Vault vault, PersonId person, DateTime before)
    {
        var rows = await db.Contacts.AsNoTracking().Where(c => c.PersonId == person && c.CorrectedById == null && c.At < before)
            .OrderByDescending(c => c.At).Take(OnAPage + 1).ToListAsync();
        var peers = rows.Where(r => r.PeerId is not null).Select(r => r.PeerId!.Value.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => peers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return rows.Select(r => new TimelineEntry(
            TimelineKind.Contact, r.At, false, r.Kind.ToString(), r.PeerId is { } peer ? names.GetValueOrDefault(peer.Value) : r.PeerName, r.Minutes, vault.Open("contact.words", r.Id.Value, r.Words), r.Id.Value,
            vault.Open(ContactWriter.Agreed, r.Id.Value, r.Agreed)));
    }

    private static async Task<IEnumerable<TimelineEntry>> ReferralsAsync(GroupDb db, PersonId person, DateTime before) =>
        (await db.Referrals.AsNoTracking().Where(r => r.PersonId == person && r.ReceivedAt < before).OrderByDescending(r => r.Day).ThenByDescending(r => r.ReceivedAt).Take(OnAPage + 1)
            .Select(r => new { r.Id, r.ReceivedAt, r.Team, r.ReferrerName }).ToListAsync())
        .Select(r => new TimelineEntry(TimelineKind.Referral, r.ReceivedAt, false, r.Team, r.ReferrerName, null, null, r.Id.Value));

    /// <summary>A person has few spells, so all are read.</summary>
    private static async Task<IEnumerable<TimelineEntry>> SpellsAsync(GroupDb db, Vault vault, PersonId person, DateTime before, GroupClock clock)
    {
        var spells = await db.Spells.AsNoTracking().Where(s => s.PersonId == person).ToListAsync();
        return spells.SelectMany(Of).Where(e => e.At < before);

        IEnumerable<TimelineEntry> Of(Spell spell)
        {
            yield return Day(TimelineKind.Opened, spell.OpenedOn, null, null, spell.Id.Value);
            if (spell.SteppedDownOn is { } down)
                yield return Day(TimelineKind.SteppedDown, down, null, null, spell.Id.Value);
            if (spell.ClosedOn is { } closed)
                yield return Day(TimelineKind.Closed, closed, spell.CloseReason, vault.Open(PersonWords.HowThingsAre, spell.Id.Value, spell.HowThingsAre), spell.Id.Value);
        }

        TimelineEntry Day(TimelineKind kind, DateOnly day, string? code, string? words, Guid id) =>
            new(kind, clock.StartOf(day).AddSeconds((int)kind), true, code, null, null, words, id);
    }
}
