using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Books;

/// <summary>The membership list. A member of before whose row now says when they left has left.</summary>
internal sealed class MembersTaking : BookTaking
{
    private readonly Dictionary<string, Member> members;

    private MembersTaking(Dictionary<string, Member> members, GroupWords words, IReadOnlySet<Month> closed) : base(words, closed) => this.members = members;

    public static async Task<MembersTaking> ReadAsync(GroupDb db, GroupWords words, IReadOnlySet<Month> closed) =>
        new((await db.Members.AsNoTracking().OrderBy(m => m.JoinedOn).ToListAsync()).GroupBy(m => m.Number, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase), words, closed);

    public override bool Takes(BookEntryRow row) => row is MemberRow;

    public override Taken Take(BookEntryRow row)
    {
        var says = (MemberRow)row;
        if (Code(GroupList.MemberNetwork, says.Network) is not { } network)
            return NotOnList(says.Network);
        if (members.TryGetValue(says.Number, out var there))
            return Again(there, says, network);
        if (IfClosed(Month.Of(says.Joined)) is { } no)
            return no;
        if (says.Left is { } gone && IfClosed(Month.Of(gone)) is { } closed)
            return closed;
        var member = new Member
        {
            Id = Ids.New(),
            Number = says.Number,
            Name = says.FullName,
            NameKey = BookNames.Of(says.FullName),
            Network = network,
            JoinedOn = says.Joined,
            LeftOn = says.Left,
            Version = Ids.New(),
        };
        members[says.Number] = member;
        return new(member);
    }

    private Taken Again(Member there, MemberRow says, string network)
    {
        var isSame = there.NameKey == BookNames.Of(says.FullName) && there.Network == network && there.JoinedOn == says.Joined;
        if (!isSame || there.LeftOn is not null || says.Left is not { } left)
            return Taken.No(Refusals.InTheBookAlready, $"The number {says.Number} is on the list already{(isSame ? "" : ", with another name, network or day")}. Change it on the page if it is wrong.");
        if (IfClosed(Month.Of(left)) is { } no)
            return no;
        there.LeftOn = left;
        return new(null, Left: new MemberLeft(there.Id, left));
    }

    public override async Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left)
    {
        await unit.InsertManyAsync([.. rows.Cast<Member>()]);
        foreach (var (id, on) in left)
            if (await unit.Db.Members.FindAsync(id) is { } member)
                member.LeftOn = on;
    }
}

/// <summary>Peer supporters' levels. A month the sheet names goes by the sheet: it has a list of its own from then on.</summary>
internal sealed class LevelsTaking : BookTaking
{
    private readonly Dictionary<(Month, string), string> levels;
    private readonly HashSet<Month> months;

    private LevelsTaking(Dictionary<(Month, string), string> levels, HashSet<Month> months, GroupWords words, IReadOnlySet<Month> closed) : base(words, closed) => (this.levels, this.months) = (levels, months);

    public static async Task<LevelsTaking> ReadAsync(GroupDb db, GroupWords words, IReadOnlySet<Month> closed) => new(
        await db.SupportLevels.AsNoTracking().Select(l => new { l.Month, l.NameKey, l.Level }).ToDictionaryAsync(l => (l.Month, l.NameKey), l => l.Level),
        [.. await db.SupportLevelMonths.Select(m => m.Month).ToListAsync()], words, closed);

    public override bool Takes(BookEntryRow row) => row is LevelRow;

    public override Taken Take(BookEntryRow row)
    {
        var says = (LevelRow)row;
        if (IfClosed(says.Month) is { } no)
            return no;
        if (Code(GroupList.SupportLevel, says.Level) is not { } level)
            return NotOnList(says.Level);
        var key = BookNames.Of(says.FullName);
        if (levels.TryGetValue((says.Month, key), out var has))
            return has == level
                ? Taken.No(Refusals.InTheBookAlready, $"{says.FullName} has this level in {says.Month} already.")
                : Taken.No(Refusals.TwoLevels, $"{says.FullName} has another level in {says.Month} already. One person has one level in a month.");
        levels[(says.Month, key)] = level;
        return new(new SupportLevel { Id = Ids.New(), Month = says.Month, Name = says.FullName, NameKey = key, Level = level, Version = Ids.New() });
    }

    public override async Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left)
    {
        var levels = rows.Cast<SupportLevel>().ToList();
        var there = await unit.Db.SupportLevelMonths.Select(m => m.Month).ToListAsync();
        await unit.InsertManyAsync([.. levels.Select(l => l.Month).Distinct().Except(there).Select(m => new SupportLevelMonth { Id = Ids.New(), Month = m })]);
        await unit.InsertManyAsync(levels);
    }
}

/// <summary>The centre's sign-in sheets. Every row is a use; one name twice in a minute is flagged, because two people may bear it.</summary>
internal sealed class SignInTaking(GroupWords words, IReadOnlySet<Month> closed) : BookTaking(words, closed)
{
    private readonly Dictionary<string, (DateOnly Day, TimeOnly At)> last = [];

    public override bool Takes(BookEntryRow row) => row is SignInRow;

    public override Taken Take(BookEntryRow row)
    {
        var says = (SignInRow)row;
        if (IfClosed(Month.Of(says.On)) is { } no)
            return no;
        var session = says.Session is null ? null : Code(GroupList.CentreSession, says.Session);
        if (says.Session is not null && session is null)
            return NotOnList(says.Session);
        var key = BookNames.Of(says.FullName);
        var flag = says.At is { } at && last.TryGetValue(key, out var before) && before.Day == says.On && (at.ToTimeSpan() - before.At.ToTimeSpan()).Duration() <= TimeSpan.FromMinutes(1)
            ? $"{says.FullName} signed in twice within a minute on {says.On:yyyy-MM-dd}. Both count; take one back on the page if they are one."
            : null;
        if (says.At is { } now)
            last[key] = (says.On, now);
        return new(new CentreSignIn { Id = Ids.New(), Day = says.On, At = says.At, Name = says.FullName, NameKey = key, Session = session, Way = SignInWay.Import, Version = Ids.New() }, Flag: flag);
    }

    public override Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left) => unit.InsertManyAsync([.. rows.Cast<CentreSignIn>()]);
}
