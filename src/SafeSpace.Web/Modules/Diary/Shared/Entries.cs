using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>Finds one entry for somebody who may see it.</summary>
public static class Entries
{
    /// <summary>With the diary: any. Otherwise: one's own, and those about people one sees. Null answers 404.</summary>
    public static async Task<Contact?> FindEntryAsync(this GroupDb db, Viewer viewer, Guid id)
    {
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == new ContactId(id));
        if (contact is null || viewer.May(Permission.SeeDiary))
            return contact;
        if (contact.PersonId is { } person)
            return await db.PeopleSeenBy(viewer).AnyAsync(p => p.Id == person) ? contact : null;
        return viewer.Id is { } me && (contact.PeerId == me || contact.LoggedById == me) ? contact : null;
    }

    /// <summary>The entry that stands now in place of this one: it was corrected, perhaps more than once. Null when that one is behind a wall.</summary>
    public static async Task<Contact?> NewestAsync(this GroupDb db, Contact contact)
    {
        var newest = contact;
        for (var steps = 0; newest?.CorrectedById is { } next && steps < 100; steps++)
            newest = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == next);
        return newest;
    }

    /// <summary>What stood before this entry, the newest first.</summary>
    public static async Task<IReadOnlyList<Contact>> BehindAsync(this GroupDb db, Contact contact)
    {
        var behind = new List<Contact>();
        for (var before = contact.CorrectsId; before is { } id && behind.Count < 100; before = behind[^1].CorrectsId)
        {
            if (await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } older)
                break; // behind a wall
            behind.Add(older);
        }

        return behind;
    }
}
