using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Demonstration;

namespace SafeSpace.Testing;

/// <summary>The small demonstration on a test site: every kind of page has something on it. One for a site; tests only look at it.</summary>
public static class DemoSite
{
    private static readonly Dictionary<TestSite, Task<TestGroup>> Made = [];

    public static Task<TestGroup> DemonstrationAsync(this TestSite site)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(site, out var made))
                Made[site] = made = MakeAsync(site);
            return made;
        }
    }

    /// <summary>Its account in this role.</summary>
    public static async Task<User> AccountOfAsync(this TestGroup demonstration, Role role)
    {
        var email = DemonstrationGroup.SignIns.Single(s => s.Role == role).Email;
        await using var db = demonstration.Store.Read();
        return await db.Users.AsNoTracking().SingleAsync(u => u.Email == email);
    }

    /// <summary>From now on the group's pages are in this language.</summary>
    public static async Task SpeakAsync(this TestGroup group, string language)
    {
        await group.Store.Write("GroupChanged", Core.Shared.Actor.CommandLine, async unit => (await unit.Db.Profile.SingleAsync()).Language = language);
        await group.Store.ReloadProfileAsync();
    }

    private static async Task<TestGroup> MakeAsync(TestSite site) =>
        new(site, await new DemonstrationGroup(site.Stores).MakeAsync(TestSite.Password, small: true));
}
