using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Wall;

/// <summary>
/// The wall around a peer's own record: colleagues see nothing of it, whatever they may else do; the keyholders that peer chose see it
/// as anybody's. Figures still count it. It stands while the account and the record are linked and the account works here.
/// </summary>
public static class WallReading
{
    private static readonly List<Role> Colleagues = [.. Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.SeePeople))];

    private static readonly ListQuestion<PersonAccount> Walled = new(db => db.Set<PersonAccount>().AsNoTracking()
        .Where(a => a.Until == null && db.Set<UserRole>().Any(r => r.UserId == a.UserId && Colleagues.Contains(r.Role))));

    extension(GroupDb whole)
    {
        /// <summary>Links of colleagues' accounts with their own records: the records that stand behind a wall.</summary>
        public Task<List<PersonAccount>> WalledRecordsAsync() => Walled.AskAsync(whole);

        /// <summary>The viewer's own record.</summary>
        public Task<List<PersonId>> OwnRecordsAsync(Viewer viewer)
        {
            var me = viewer.Id ?? default;
            return whole.PersonAccounts.Where(a => a.UserId == me && a.Until == null).Select(a => a.PersonId).ToListAsync();
        }

        /// <summary>Whom this viewer must not see: walled, and not one whose key they hold. Who sees nobody anyway has no wall.</summary>
        public async Task<List<PersonId>> WalledFromAsync(Viewer viewer)
        {
            if (!viewer.May(Permission.SeePeople))
                return [];
            var links = await whole.WalledRecordsAsync();
            if (links.Count == 0)
                return [];
            var me = viewer.Id ?? default;
            var held = await whole.Keyholders.Where(k => k.KeyholderId == me && k.Until == null).Select(k => k.PeerId).ToListAsync();
            List<PersonId> walled = [.. links.Where(a => !held.Contains(a.UserId)).Select(a => a.PersonId)];
            for (var last = walled; last.Count > 0;) // records merged into one that is walled are the same person's
            {
                var into = last.Select(p => (PersonId?)p).ToList();
                last = [.. (await whole.PeopleWithMerged.Where(p => into.Contains(p.MergedIntoId)).Select(p => p.Id).ToListAsync()).Except(walled)];
                walled = [.. walled, .. last];
            }

            return walled;
        }
    }
}
