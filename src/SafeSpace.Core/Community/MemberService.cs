using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Community;

/// <summary>What became of a change of the membership list.</summary>
public enum MemberChange
{
    Done,
    NotThere,
    NumberTaken,

    /// <summary>This person of the register is a member already, over the same time.</summary>
    MemberAlready,
    LeftBeforeJoining,
    MonthClosed,
}

/// <summary>The membership list.</summary>
/// <param name="isClosed">Whether a month is closed: its members stand. A question to the value statement, which this room does not know.</param>
public sealed class MemberService(GroupStore store, Func<GroupDb, Month, Task<bool>> isClosed)
{
    private const int CardDigits = 5;

    public Task<MemberChange> AddAsync(Member member, Actor by) => store.Write("MemberJoined", by, async unit =>
    {
        if (await unit.Db.Members.AnyAsync(m => m.Id == member.Id))
            return MemberChange.Done;
        if (member.LeftOn < member.JoinedOn)
            return MemberChange.LeftBeforeJoining;
        if (await unit.Db.Members.AnyAsync(m => m.Number == member.Number))
            return MemberChange.NumberTaken;
        if (await IsAnotherTooAsync(unit, member))
            return MemberChange.MemberAlready;
        if (await isClosed(unit.Db, Month.Of(member.JoinedOn)))
            return MemberChange.MonthClosed;
        unit.Db.Members.Add(member);
        return MemberChange.Done;
    });

    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<MemberChange> ChangeAsync(Member change, Guid seen, Actor by) => store.Write("MemberChanged", by, async unit =>
    {
        if (await unit.Db.Members.FindAsync(change.Id) is not { } member)
            return MemberChange.NotThere;
        Unit.Expect(member, seen);
        if (change.LeftOn < change.JoinedOn)
            return MemberChange.LeftBeforeJoining;
        if (await unit.Db.Members.AnyAsync(m => m.Number == change.Number && m.Id != change.Id))
            return MemberChange.NumberTaken;
        if (member.OneWithId is null && await IsAnotherTooAsync(unit, change))
            return MemberChange.MemberAlready;
        var days = member.Network == change.Network ? Changed(member, change) : [member.JoinedOn, change.JoinedOn];
        foreach (var day in days)
            if (await isClosed(unit.Db, Month.Of(day)))
                return MemberChange.MonthClosed;
        (member.Number, member.Name, member.NameKey, member.Network, member.JoinedOn, member.LeftOn, member.PersonId) =
            (change.Number, change.Name.Trim(), BookNames.Of(change.Name), change.Network, change.JoinedOn, change.LeftOn, change.PersonId);
        return MemberChange.Done;
    });

    /// <summary>A short number for a card; a new one makes the old card stop working.</summary>
    public Task<string?> GiveCardAsync(Guid id, Actor by) => store.Write<string?>("CardGiven", by, async unit =>
    {
        if (await unit.Db.Members.FindAsync(id) is not { } member)
            return null;
        string card;
        do
            card = RandomNumberGenerator.GetInt32(1, (int)Math.Pow(10, CardDigits)).ToString("D5", CultureInfo.InvariantCulture);
        while (await unit.Db.Members.AnyAsync(m => m.Card == card));
        return member.Card = card;
    });

    /// <summary>The next free number, written like the newest one.</summary>
    public static async Task<string> NextNumberAsync(GroupDb db)
    {
        var last = await db.Members.OrderByDescending(m => m.Number.Length).ThenByDescending(m => m.Number).Select(m => m.Number).FirstOrDefaultAsync() ?? "M0000";
        var digits = last.Length - last.TrimEnd([.. "0123456789"]).Length;
        var number = digits is 0 or > 9 ? 0 : int.Parse(last[^digits..], CultureInfo.InvariantCulture);
        return last[..^digits] + (number + 1).ToString(new string('0', Math.Max(1, digits)), CultureInfo.InvariantCulture);
    }

    /// <summary>Somebody is a member once at a time.</summary>
    private static async Task<bool> IsAnotherTooAsync(Unit unit, Member member) => member.PersonId is { } person
        && (await unit.Db.Members.AsNoTracking().Where(m => m.PersonId == person && m.Id != member.Id && m.OneWithId == null).ToListAsync()).Any(m => OneMembership.AtOnce(m, member));

    private static IEnumerable<DateOnly> Changed(Member was, Member now)
    {
        IEnumerable<DateOnly> joining = was.JoinedOn == now.JoinedOn ? [] : [was.JoinedOn, now.JoinedOn];
        return joining.Concat(was.LeftOn == now.LeftOn ? [] : new[] { was.LeftOn, now.LeftOn }.OfType<DateOnly>());
    }
}
