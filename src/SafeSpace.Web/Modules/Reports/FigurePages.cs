using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Help;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>One row behind a figure: a referral, a contact, a person or something that was given. What does not belong to its kind is null.</summary>
public sealed class FigureRow
{
    public PersonId? PersonId { get; init; }

    public string? Reference { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    public string? KnownAs { get; init; }

    public DateOnly? Day { get; init; }

    public ReferralKind? Referral { get; init; }

    public ReferralOutcome? Outcome { get; init; }

    /// <summary>The group's word for it.</summary>
    public string? Team { get; set; }

    public DateTime? At { get; init; }

    public ContactKind? Contact { get; init; }

    public int? Minutes { get; init; }

    public string? Peer { get; init; }

    /// <summary>What was given, and what it was worth less what came back.</summary>
    public string? Item { get; init; }

    public long? Pence { get; init; }

    public Connection? Connection { get; init; }

    internal long Order { get; set; }

    /// <summary>What they are called; the reference for somebody whose name nobody knows yet.</summary>
    public string? Name => string.Join(' ', new[] { KnownAs is { Length: > 0 } ? KnownAs : GivenName, Surname }.Where(n => n is { Length: > 0 })) is { Length: > 0 } name ? name : Reference;
}

/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record FigurePage(FigureSource Source, IReadOnlyList<FigureRow> Rows, RowsCursor? Next);

/// <summary>Reads what stands behind a figure, a page at a time.</summary>
public static class FigurePages
{
    public const int RowsOnAPage = 50;

    public static Task<int> CountAsync(FigureSource source) =>
        source.Referrals?.CountAsync() ?? source.Contacts?.CountAsync() ?? source.Help?.CountAsync() ?? source.Connections?.CountAsync() ?? source.People!.CountAsync();

    public static Task<long> PenceAsync(FigureSource source) => source.Help!.SumAsync(h => h.Pence - h.CameBackPence);

    public static async Task<long> MinutesAsync(FigureSource source) => await source.Contacts!.SumAsync(c => (long)(c.Minutes ?? 0));

    public static async Task<FigurePage> ReadAsync(GroupDb db, FigureSource source, RowsCursor after)
    {
        var rows = source switch
        {
            { Referrals: { } referrals } => await ReferralsAsync(db, referrals, after),
            { Contacts: { } contacts } => await ContactsAsync(db, contacts, after),
            { Help: { } help } => await HelpAsync(db, help, after),
            { Connections: { } connections } => await ConnectionsAsync(db, connections, after),
            _ => await PeopleAsync(source.People!, after),
        };
        var more = rows.Count > RowsOnAPage;
        IReadOnlyList<FigureRow> shown = more ? rows[..RowsOnAPage] : rows;
        return new(source, shown, more ? RowsCursor.After([.. shown.Select(r => r.Order)], after) : null);
    }

    private static async Task<List<FigureRow>> ReferralsAsync(GroupDb db, IQueryable<Referral> referrals, RowsCursor after)
    {
        if (!after.IsStart)
        {
            var day = DateOnly.FromDayNumber((int)Math.Min(after.Value, DateOnly.MaxValue.DayNumber));
            referrals = referrals.Where(r => r.Day >= day);
        }

        var people = db.PeopleWithMerged.AsNoTracking();
        var rows = await referrals.OrderBy(r => r.Day).ThenBy(r => r.Id).Skip(after.Shown).Take(RowsOnAPage + 1)
            .Join(people, r => r.PersonId, p => p.Id, (r, p) => new { Referral = r, Person = p })
            .OrderBy(r => r.Referral.Day).ThenBy(r => r.Referral.Id)
            .Select(r => new FigureRow
            {
                PersonId = r.Person.Id,
                Reference = r.Person.Reference,
                GivenName = r.Person.GivenName,
                Surname = r.Person.Surname,
                KnownAs = r.Person.KnownAs,
                Day = r.Referral.Day,
                Referral = r.Referral.Kind,
                Outcome = r.Referral.Outcome,
                Team = r.Referral.Team,
            }).ToListAsync();
        var teams = await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.ReferringTeam).ToDictionaryAsync(e => e.Code, e => e.Label);
        foreach (var row in rows)
        {
            row.Order = row.Day!.Value.DayNumber;
            row.Team = row.Team is { } code ? teams.GetValueOrDefault(code, code) : null;
        }

        return rows;
    }

    private static async Task<List<FigureRow>> ConnectionsAsync(GroupDb db, IQueryable<Connection> connections, RowsCursor after)
    {
        if (!after.IsStart)
        {
            var day = DateOnly.FromDayNumber((int)Math.Min(after.Value, DateOnly.MaxValue.DayNumber));
            connections = connections.Where(c => c.AskedOn >= day);
        }

        var rows = await connections.OrderBy(c => c.AskedOn).ThenBy(c => c.Id).Skip(after.Shown).Take(RowsOnAPage + 1).ToListAsync();
        var ids = rows.Select(c => c.PersonId).Distinct().ToList();
        var people = await db.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return [.. rows.Where(c => people.ContainsKey(c.PersonId)).Select(c => new FigureRow
        {
            PersonId = c.PersonId,
            Reference = people[c.PersonId].Reference,
            GivenName = people[c.PersonId].GivenName,
            Surname = people[c.PersonId].Surname,
            KnownAs = people[c.PersonId].KnownAs,
            Day = c.AskedOn,
            Connection = c,
            Order = c.AskedOn.DayNumber,
        })];
    }

    private static async Task<List<FigureRow>> ContactsAsync(GroupDb db, IQueryable<Contact> contacts, RowsCursor after)
    {
        if (!after.IsStart)
        {
            var at = new DateTime(after.Value, DateTimeKind.Utc);
            contacts = contacts.Where(c => c.At >= at);
        }

        var rows = await contacts.OrderBy(c => c.At).ThenBy(c => c.Id).Skip(after.Shown).Take(RowsOnAPage + 1).ToListAsync();
        var ids = rows.Select(c => c.PersonId).OfType<PersonId>().Distinct().ToList();
        var people = await db.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var peers = rows.Select(c => c.PeerId).OfType<UserId>().Select(u => u.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => peers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return [.. rows.Select(c =>
        {
            var person = c.PersonId is { } id ? people.GetValueOrDefault(id) : null;
            return new FigureRow
            {
                PersonId = c.PersonId,
                Reference = person?.Reference,
                GivenName = person?.GivenName,
                Surname = person?.Surname,
                KnownAs = person?.KnownAs,
                At = c.At,
                Contact = c.Kind,
                Minutes = c.Minutes,
                Peer = c.PeerId is { } peer ? names.GetValueOrDefault(peer.Value) ?? c.PeerName : c.PeerName,
                Order = c.At.Ticks,
            };
        })];
    }

    private static async Task<List<FigureRow>> HelpAsync(GroupDb db, IQueryable<HelpGiven> help, RowsCursor after)
    {
        if (!after.IsStart)
        {
            var at = new DateTime(after.Value, DateTimeKind.Utc);
            help = help.Where(h => h.At >= at);
        }

        var rows = await help.OrderBy(h => h.At).ThenBy(h => h.Id).Skip(after.Shown).Take(RowsOnAPage + 1).ToListAsync();
        var ids = rows.Select(h => h.PersonId).Distinct().ToList();
        var people = await db.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var labels = await db.SupportItems.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Label);
        return [.. rows.Select(h => new FigureRow
        {
            PersonId = h.PersonId,
            Reference = people.GetValueOrDefault(h.PersonId)?.Reference,
            GivenName = people.GetValueOrDefault(h.PersonId)?.GivenName,
            Surname = people.GetValueOrDefault(h.PersonId)?.Surname,
            KnownAs = people.GetValueOrDefault(h.PersonId)?.KnownAs,
            At = h.At,
            Item = labels.GetValueOrDefault(h.Item, h.Item),
            Pence = h.Pence - h.CameBackPence,
            Order = h.At.Ticks,
        })];
    }

    private static async Task<List<FigureRow>> PeopleAsync(IQueryable<Person> people, RowsCursor after)
    {
        var number = after.IsStart ? 0 : (int)Math.Min(after.Value, int.MaxValue);
        var rows = await people.Where(p => p.ReferenceNumber > number).OrderBy(p => p.ReferenceNumber).Take(RowsOnAPage + 1).ToListAsync();
        return [.. rows.Select(p => new FigureRow { PersonId = p.Id, Reference = p.Reference, GivenName = p.GivenName, Surname = p.Surname, KnownAs = p.KnownAs, Order = p.ReferenceNumber })];
    }
}
