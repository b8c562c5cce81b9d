using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Works out, for many people at once, the first answered contact of their newest spell: what "not contacted yet" goes by.</summary>
internal static class FirstAnsweredOfMany
{
    private const int PeopleInAUnit = 500;
    private static readonly ContactKind[] Answered = [.. Enum.GetValues<ContactKind>().Where(k => k.IsAnswered())];

    public static async Task RefreshAsync(GroupStore store, IReadOnlyCollection<PersonId> people, Actor by)
    {
        foreach (var some in people.Chunk(PeopleInAUnit))
            await store.Write("FirstAnsweredFound", by, unit => RefreshAsync(unit, some));
    }

    public static async Task RefreshAsync(Unit unit, PersonId[] people)
    {
        await unit.Db.SaveChangesAsync();
        var first = await unit.Db.Contacts
            .Where(c => c.PersonId != null && people.Contains(c.PersonId.Value) && c.CorrectedById == null && Answered.Contains(c.Kind))
            .Join(unit.Db.Cases, c => c.PersonId, c => (PersonId?)c.PersonId, (contact, @case) => new { @case.Id, @case.OpenedOn, contact.Day, contact.At })
            .Where(c => c.Day >= c.OpenedOn)
            .GroupBy(c => c.Id).Select(g => new { g.Key, At = g.Min(c => c.At) }).ToDictionaryAsync(g => g.Key, g => g.At);
        foreach (var @case in await unit.Db.Cases.Where(c => people.Contains(c.PersonId)).ToListAsync())
        {
            var at = first.TryGetValue(@case.Id, out var found) ? found : (DateTime?)null;
            if (@case.FirstAnsweredAt != at)
                @case.FirstAnsweredAt = at;
        }
    }
}
