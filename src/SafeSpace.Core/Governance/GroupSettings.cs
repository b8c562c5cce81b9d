using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Governance;

/// <summary>Changes what a group says of itself.</summary>
public sealed class GroupSettings(GroupStore store)
{
    /// <param name="change">Without problems: <see cref="GroupChange.Problems"/> was asked before.</param>
    /// <param name="seen">The version the form was filled in on.</param>
    /// <exception cref="StaleVersionException">Somebody else was quicker.</exception>
    public async Task ChangeAsync(GroupChange change, Guid seen, Actor by)
    {
        await store.Write("GroupChanged", by, async unit =>
        {
            var profile = await unit.Db.Profile.SingleAsync();
            Unit.Expect(profile, seen);
            profile.Name = change.Name!.Trim();
            profile.Phone = string.IsNullOrWhiteSpace(change.Phone) ? null : change.Phone.Trim();
            profile.NeutralAddress = change.NeutralAddress!.Trim();
            profile.IdleMinutes = change.IdleMinutes!.Value;
            profile.SessionHours = change.SessionHours!.Value;
            profile.ReferencePrefix = change.ReferencePrefix!.Trim();
            profile.TimeZone = change.TimeZone!.Trim();
            profile.Language = change.Language!;
        });
        await store.ReloadProfileAsync();
    }
}
