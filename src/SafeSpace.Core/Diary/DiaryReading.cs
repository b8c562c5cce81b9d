using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>One line of a diary page: the entry, whom it is about, and who it was.</summary>
public sealed record DiaryLine(Contact Contact, Person? Person, string? Peer, FamilyMember? With);

/// <summary>How many, and how long: minutes nobody noted are counted as missing, never as 0.</summary>
public sealed record KindTotal(ContactKind Kind, int Contacts, long Minutes, int MinutesUnknown);

/// <summary>Queries of the diary. Each walks an index: a day, a peer's day, a person.</summary>
public static class DiaryReading
{
    extension(GroupDb db)
    {
        /// <summary>The entries that count: those that were corrected stay behind the ones that set them right.</summary>
        public IQueryable<Contact> StandingContacts => db.Contacts.AsNoTracking().Where(c => c.CorrectedById == null);

        /// <summary>Everything on one day of the group's time zone.</summary>
        public IQueryable<Contact> ContactsOn(DateOnly day, GroupClock clock)
        {
            var (from, until) = (clock.StartOf(day), clock.StartOf(day.AddDays(1)));
            return db.StandingContacts.Where(c => c.At >= from && c.At < until);
        }

        /// <summary>Puts names beside entries; at most a page of them.</summary>
        public async Task<IReadOnlyList<DiaryLine>> LinesAsync(IReadOnlyList<Contact> contacts)
        {
            var people = contacts.Select(c => c.PersonId).OfType<PersonId>().Distinct().ToList();
            var peers = contacts.Select(c => c.PeerId).OfType<UserId>().Select(u => u.Value).Distinct().ToList();
            var family = contacts.Select(c => c.FamilyMemberId).OfType<Guid>().Distinct().ToList();
            var persons = people.Count == 0 ? [] : await db.PeopleWithMerged.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
            var names = peers.Count == 0 ? [] : await db.Users.AsNoTracking().Where(u => peers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
            var with = family.Count == 0 ? [] : await db.FamilyMembers.AsNoTracking().Where(f => family.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
            return
            [
                .. contacts.Select(c => new DiaryLine(
                    c,
                    c.PersonId is { } p ? persons.GetValueOrDefault(p) : null,
                    c.PeerId is { } u ? names.GetValueOrDefault(u.Value) : c.PeerName,
                    c.FamilyMemberId is { } f ? with.GetValueOrDefault(f) : null)),
            ];
        }
    }

    public static async Task<IReadOnlyList<KindTotal>> TotalsAsync(this IQueryable<Contact> contacts) =>
        await contacts.GroupBy(c => c.Kind)
            .Select(g => new KindTotal(g.Key, g.Count(), g.Sum(c => (long)(c.Minutes ?? 0)), g.Count(c => c.Minutes == null)))
            .ToListAsync();
}
