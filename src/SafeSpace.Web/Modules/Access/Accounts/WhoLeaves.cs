using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Peers.Shared;

namespace SafeSpace.Web.Modules.Access.Accounts;

/// <summary>Says, before an account is closed, what of theirs goes on: nothing is lost, and somebody takes it over.</summary>
internal static class WhoLeaves
{
    public static async Task<IReadOnlyList<string>> SayAsync(GroupDb db, GroupClock clock, User account, Texts texts)
    {
        var (me, now, says) = (account.UserId, clock.Now, new List<string>());
        var shifts = db.Shifts.AsNoTracking().Where(s => s.EndsAt > now && s.CancelledAt == null);
        var places = await db.ShiftPlaces.AsNoTracking().Where(p => p.PeerId == me && p.SignedOffAt == null && p.GivenUpAt == null)
            .Join(shifts, p => p.ShiftId, s => s.Id, (p, s) => new { p.SignedOnAt, Shift = s }).ToListAsync();
        if (places.FirstOrDefault(p => p.SignedOnAt is not null) is { } on)
            says.Add(texts["{0} is on shift until {1}. Closing the account signs them off.", account.DisplayName, ShiftWords.Time(on.Shift.EndsAt, clock)]);
        if (await db.CallsUnderWay.AsNoTracking().Where(c => c.EndedAt == null && c.PeerId == me).OrderBy(c => c.StartedAt).FirstOrDefaultAsync() is { } call)
            says.Add(texts["They are in a call since {0}. It stays on the desk until somebody says what became of it.", ShiftWords.Time(call.StartedAt, clock)]);
        if (places.Count(p => p.SignedOnAt is null) is > 0 and var coming)
            says.Add(texts.Count(coming, "They have a place on {0} coming shift. It will be open again.", "They have a place on {0} coming shifts. They will be open again."));
        if (await db.Promises.CountAsync(p => p.PeerId == me && p.State == PromiseState.Open) is > 0 and var promises)
            says.Add(texts.Count(promises, "They promised {0} call. It stays promised, and somebody else has to ring.", "They promised {0} calls. They stay promised, and somebody else has to ring."));
        return says;
    }
}
