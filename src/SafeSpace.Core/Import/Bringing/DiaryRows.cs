using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Makes contacts of rows of a diary, and puts in a thousand at once.</summary>
internal sealed class DiaryRows(Unit unit, Guid run)
{
    public async Task WriteAsync(IReadOnlyList<(StandingRow Row, PersonId Person)> rows)
    {
        var contacts = new List<Contact>(rows.Count);
        var marks = new List<BroughtInRow>(rows.Count);
        foreach (var (row, person) in rows)
        {
            var contact = Make((DiaryRow)row.Row, person);
            contacts.Add(contact);
            marks.Add(row.Mark(run, contact.Id.Value));
        }

        await unit.InsertManyAsync(contacts);
        await unit.InsertManyAsync(marks);
    }

    public Contact Make(DiaryRow row, PersonId person)
    {
        var id = ContactId.New();
        return new Contact
        {
            Id = id,
            PersonId = person,
            Kind = row.Kind,
            At = ReferralRows.At(unit.Clock, row.On, row.At),
            Day = row.On,
            Minutes = row.Minutes,
            PeerName = row.Peer,
            Words = unit.Seal(person, ContactWriter.Words, id.Value, row.Notes),
            LoggedAt = unit.Now,
            LoggedById = unit.By.Id,
        };
    }
}
