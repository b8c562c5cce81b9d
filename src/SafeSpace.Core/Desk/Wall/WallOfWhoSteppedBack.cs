using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Wall;

/// <summary>Somebody who is no peer any more, perhaps because of the crisis itself: what stood behind the wall stays there.</summary>
public sealed class WallOfWhoSteppedBack : IAccountStep
{
    public Task BeforeRetireAsync(Unit unit, UserId account) => Task.CompletedTask;

    public async Task BeforeOtherRolesAsync(Unit unit, UserId account)
    {
        foreach (var link in (await unit.Db.WalledRecordsAsync()).Where(a => a.UserId == account && a.WalledAt is null).Select(a => a.Id).ToList())
            (await unit.Db.PersonAccounts.SingleAsync(a => a.Id == link)).WalledAt = unit.Now;
    }
}
