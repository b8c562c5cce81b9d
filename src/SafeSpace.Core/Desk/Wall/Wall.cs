using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Wall;

/// <summary>
/// The wall around a peer's own record: colleagues see nothing of it, whatever they may else do; the keyholders that peer chose see it
/// as anybody's. Figures still count it. It stands while the account and the record are linked, and the account works here or did so
/// when the wall went up: who steps back because of a crisis does not lose it.
/// </summary>
public static class WallReading
{
    private static readonly List<Role> Colleagues = [.. Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.SeePeople))];

    // Two questions in one, each by an index: put as one condition, every link of every member would be read at each request.
    private static readonly ListQuestion<PersonAccount> Walled = new(db => db.Set<PersonAccount>().AsNoTracking()
        .Where(a => a.Until == null && a.WalledAt != null)
        .Union(db.Set<UserRole>().Where(r => Colleagues.Contains(r.Role)).Join(db.Set<PersonAccount>().Where(a => a.Until == null), r => r.UserId, a => a.UserId, (_, a) => a)));

    private static List<PersonId> Without(List<UserId> held, List<PersonAccount> links) => [.. links.Where(a => !held.Contains(a.UserId)).Select(a => a.PersonId)];

    extension(GroupDb whole)
    {
        /// <summary>Links of colleagues' accounts with their own records: the records that stand behind a wall.</summary>
        public Task<List<PersonAccount>> WalledRecordsAsync() => Walled.AskAsync(whole);

        /// <summary>The viewer's own record.</summary>
        public List<PersonId> OwnRecordsOf(Viewer viewer)
        {
            var me = viewer.Id ?? default;
            return [.. whole.PersonAccounts.Where(a => a.UserId == me && a.Until == null).Select(a => a.PersonId)];
        }

        /// <summary>Whom this viewer must not see: walled, and not one whose key they hold. Who sees nobody anyway has no wall.</summary>
        public async Task<List<PersonId>> WalledFromAsync(Viewer viewer)
        {
            if (!viewer.May(Permission.SeePeople) || await whole.WalledRecordsAsync() is not { Count: > 0 } links)
                return [];
            var walled = Without(await whole.KeysOf(viewer).ToListAsync(), links);
            for (var last = walled; last.Count > 0; walled = [.. walled, .. last])
                last = [.. (await whole.MergedInto(last).ToListAsync()).Except(walled)];
            return walled;
        }

        /// <summary>As <see cref="WalledFromAsync"/>, where nothing may be awaited: what makes a request's services would wait for a thread that waits for it.</summary>
        public List<PersonId> WalledFrom(Viewer viewer)
        {
            if (!viewer.May(Permission.SeePeople) || Walled.Ask(whole) is not { Count: > 0 } links)
                return [];
            var walled = Without([.. whole.KeysOf(viewer)], links);
            for (var last = walled; last.Count > 0; walled = [.. walled, .. last])
                last = [.. whole.MergedInto(last).ToList().Except(walled)];
            return walled;
        }

        private IQueryable<UserId> KeysOf(Viewer viewer)
        {
            var me = viewer.Id ?? default;
            return whole.Keyholders.Where(k => k.KeyholderId == me && k.Until == null).Select(k => k.PeerId);
        }

        /// <summary>Records merged into one that is walled are the same person's.</summary>
        private IQueryable<PersonId> MergedInto(List<PersonId> last)
        {
            var into = last.ConvertAll(p => (PersonId?)p);
            return whole.PeopleWithMerged.Where(p => into.Contains(p.MergedIntoId)).Select(p => p.Id);
        }
    }
}
