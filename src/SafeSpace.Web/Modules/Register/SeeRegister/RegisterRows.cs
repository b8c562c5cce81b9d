using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Register.SeeRegister;

public sealed record RegisterFilter(CaseState? State, string? Team, string? Factor, bool NotContacted, bool NothingPromised = false)
{
    /// <summary>Somebody without a case is only in the whole list.</summary>
    public bool IsWhole => State is null && Team is null && Factor is null && !NotContacted && !NothingPromised;
}

public sealed record RegisterRow(
    PersonId Id, string Reference, int Number, string GivenName, string Surname, DateOnly? DateOfBirth, CaseState? State, DateOnly? OpenedOn, string? Team, DateTime? FirstAnsweredAt, bool Died = false);

/// <summary>Where a page ended: a day and a number for cases, a number for the whole register. The next begins after it, found by an index.</summary>
public sealed record RegisterCursor(DateOnly? OpenedOn, int Number)
{
    public static RegisterCursor? Read(string? text)
    {
        var parts = (text ?? "").Split('_');
        if (parts.Length == 1 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var alone))
            return new RegisterCursor(null, alone);
        return parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new RegisterCursor(day, number) : null;
    }

    public static string Write(DateOnly? day, int number) =>
        day is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d:yyyyMMdd}_{number}") : number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One page of the register: the newest first. Who has died stands quietly in the whole list, and in no other.</summary>
public sealed record RegisterRows(IReadOnlyList<RegisterRow> People, string? Next)
{
    public const int OnAPage = 50;

    public static readonly RegisterRows None = new([], null);

    public static async Task<RegisterRows> LoadAsync(GroupDb db, RegisterFilter filter, RegisterCursor? after)
    {
        // Who left, or is no peer any more, rings nobody.
        List<UserId> peers = filter.NothingPromised ? [.. (await PeersWhoRing.NamesAsync(db)).Keys] : [];
        var query = filter.IsWhole ? Whole(db, after) : ByCase(db, filter, await CasesAfter.ReadAsync(db, after?.OpenedOn, after?.Number), peers);
        var rows = await query.Take(OnAPage + 1).ToListAsync();
        if (rows.Count <= OnAPage)
            return new RegisterRows(rows, null);
        var last = rows[OnAPage - 1];
        return new RegisterRows(rows[..OnAPage], RegisterCursor.Write(filter.IsWhole ? null : last.OpenedOn, last.Number));
    }

    private static IQueryable<RegisterRow> Whole(GroupDb db, RegisterCursor? after)
    {
        var people = db.People.AsNoTracking();
        if (after is { } from)
            people = people.Where(p => p.ReferenceNumber < from.Number);
        return from p in people.OrderByDescending(p => p.ReferenceNumber)
               join c in db.Cases on p.Id equals c.PersonId into cases
               from c in cases.DefaultIfEmpty()
               orderby p.ReferenceNumber descending
               select new RegisterRow(p.Id, p.Reference, p.ReferenceNumber, p.GivenName, p.Surname, p.DateOfBirth, c == null ? null : c.State, c == null ? null : c.OpenedOn, c == null ? null : c.Team, c == null ? null : c.FirstAnsweredAt, p.DiedAt != null);
    }

    private static IQueryable<RegisterRow> ByCase(GroupDb db, RegisterFilter filter, CasesAfter? after, List<UserId> peers)
    {
        var cases = CasesAfter.Of(db.Cases.AsNoTracking(), after);
        if (filter.State is { } state)
            cases = cases.Where(c => c.State == state);
        if (filter.NotContacted) // said as the index of those who wait says it
            cases = cases.Where(c => c.FirstAnsweredAt == null && c.State != CaseState.Closed);
        if (filter.NothingPromised)
        {
            var (promises, ties) = (db.Promises.Where(p => p.State == PromiseState.Open), db.PeerTies.Where(t => t.Until == null && peers.Contains(t.PeerId)));
            cases = cases.Where(c => c.State != CaseState.Closed && !promises.Any(p => p.PersonId == c.PersonId) && !ties.Any(t => t.PersonId == c.PersonId));
        }

        if (filter.Team is { } team)
            cases = cases.Where(c => c.Team == team);
        if (filter.Factor is { } factor)
        {
            var named = db.Factors.Where(f => f.Factor == factor && f.TakenBackAt == null);
            cases = cases.Where(c => named.Any(f => f.PersonId == c.PersonId));
        }

        return cases.Join(db.LivingPeople, c => c.PersonId, p => p.Id, (c, p) => new { c, p }).OrderByDescending(r => r.c.OpenedOn).ThenByDescending(r => r.c.PersonId).Select(r => new RegisterRow(
            r.p.Id, r.p.Reference, r.p.ReferenceNumber, r.p.GivenName, r.p.Surname, r.p.DateOfBirth, r.c.State, r.c.OpenedOn, r.c.Team, r.c.FirstAnsweredAt));
    }
}
