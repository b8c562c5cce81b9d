using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.KeepingApart;

/// <summary>Says that two people must be kept apart, and that it is over; and answers whether two may meet.</summary>
public sealed class KeepApartService(GroupStore store)
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Why = "keep_apart.why";

    /// <param name="id">The id the form gave: sent twice, it is one.</param>
    public Task SetAsync(Guid id, Party one, Party other, string? why, Actor by) => store.Write("KeepApartSet", by, async unit =>
    {
        if (await unit.Db.KeptApart.FindAsync(id) is not null)
            return;
        unit.Db.KeptApart.Add(new KeepApart { Id = id, From = unit.Now, SetById = by.Id, Why = unit.Seal(one.Person ?? other.Person, Why, id, why) });
        foreach (var side in new[] { one, other })
            unit.Db.KeepApartSides.Add(new KeepApartSide { Id = Ids.New(), KeepApartId = id, PersonId = side.Person, UserId = side.Person is null ? side.Account : null });
    });

    public Task EndAsync(Guid id, Actor by) => store.Write("KeepApartEnded", by, async unit =>
    {
        if (await unit.Db.KeptApart.FindAsync(id) is { } kept)
            kept.Until ??= unit.Now;
    });

    /// <summary>Yes or no, never why.</summary>
    public async Task<bool> MayMeetAsync(Party one, Party other)
    {
        await using var whole = await store.ReadAsync();
        return (await Meeting.ReadAsync(whole)).May(one, other);
    }
}
