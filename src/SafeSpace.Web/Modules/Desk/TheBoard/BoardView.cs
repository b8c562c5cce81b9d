using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.TheBoard;

/// <summary>A board and the words for what stands on it: of each section the first rows in its order, and of one that was asked for all.</summary>
/// <param name="whole">The section of which every row is shown.</param>
public sealed class BoardView(Core.Desk.Board.Board board, Standing? whole, GroupClock clock, Texts texts, Vault vault, Viewer viewer)
{
    /// <summary>More than a busy evening has of one kind; few enough for an old phone.</summary>
    public const int AtFirst = 25;

    /// <summary>So many of them are those who came last: behind hundreds who wait for years, who came today must not be out of sight, nor a promise that is late since now.</summary>
    public const int CameLast = 5;

    public Core.Desk.Board.Board Board => board;

    /// <summary>Whom the page shows: what "who looked" is told.</summary>
    public IEnumerable<PersonId> Shown => board.ShownOf(Sections.SelectMany(s => s.Rows));

    /// <summary>What an open page asks for when something changed.</summary>
    public string Path(string page) => whole is { } all ? $"{page}?all={IdOf(all)}" : page;

    /// <summary>Late for so long that the supervisor is asked too: all of them are counted, those on the page named.</summary>
    public int AskForSupervisor => ForSupervisor ? board.ForTheSupervisor.Count() : 0;

    public IEnumerable<BoardRow> AskedForBySupervisor => Sections[0].Rows.Where(r => r.Climbed);

    public string AsAt => Time(clock.Now);

    public bool ForSupervisor => viewer.May(Permission.LookAfterDesk);

    /// <summary>Sections in the order in which they ask for somebody, in columns that stay where they are while their rows change.</summary>
    public IReadOnlyList<IReadOnlyList<Section>> Columns => [[.. Sections.Take(2)], [.. Sections.Skip(2)]];

    private IReadOnlyList<Section> Sections => field ??=
    [
        Part(Standing.Late, texts["Late"]),
        Part(Standing.Waiting, texts["Waiting for a first call"]),
        Part(Standing.Promised, texts["Promised today"]),
        Part(Standing.Tried, texts["Tried, not reached"]),
        Part(Standing.Given, texts["Given to a peer"]),
    ];

    private Section Part(Standing standing, string title)
    {
        var rows = board.In(standing);
        if (standing == Standing.Promised)
            rows = rows.OrderBy(r => r.Promise!.DueAt ?? DateTime.MaxValue);
        IReadOnlyList<BoardRow> all = [.. rows];
        return new Section(IdOf(standing), title, all.Count <= AtFirst || whole == standing ? all : FirstAndLast(all), all.Count);
    }

    private static IReadOnlyList<BoardRow> FirstAndLast(IReadOnlyList<BoardRow> all)
    {
        const int first = AtFirst - CameLast;
        var last = all.Skip(first).OrderByDescending(r => r.Since).Take(CameLast).ToHashSet();
        return [.. all.Take(first), .. all.Where(last.Contains)];
    }

    private static string IdOf(Standing standing) => standing.ToString().ToLowerInvariant();

    /// <summary>"waiting 40 min", "late: promised yesterday", "2 tries, next today, 19:00".</summary>
    public IEnumerable<string> Lines(BoardRow row)
    {
        if (row.Standing == Standing.Late)
            yield return PromiseWords.Late(row.Promise!, clock, texts);
        else if (row.Standing == Standing.Promised)
            yield return PromiseWords.What(row.Promise!, clock, texts);
        else if (row.Standing == Standing.Waiting)
            yield return Waiting(row);
        if (row.Tries > 0)
            yield return $"{texts.Count(row.Tries, "{0} try", "{0} tries")}, {texts["last {0}", Spoken.Ago(row.LastTryAt!.Value, clock, texts)]}";
        if (row.Standing == Standing.Tried)
            yield return row.Promise is { } next ? texts["next: {0}", PromiseWords.When(next, clock, texts)] : texts["nobody said when to try next"];
        if (row.HowSoon is { } howSoon)
            yield return texts["referrer: {0}", howSoon];
        if (row.Undecided is not null)
            yield return texts["not decided yet"];
        if (row.Climbed)
            yield return texts["The supervisor is asked too."];
    }

    /// <summary>Whom they are with: given and not answered, taken on, or rung by.</summary>
    public string? With(BoardRow row) => row switch
    {
        { With: ({ } peer, true) } => texts["with {0}", peer],
        { With: ({ } peer, false) } => texts["given to {0}, no answer yet", peer],
        { ClaimedBy: { } peer } when row.Standing != Standing.Late => texts["{0} rings", peer],
        _ => null,
    };

    public string? Back(BoardRow row) => row.HandedBackBy is not { } peer ? null
        : row.BackWords is { } back && vault.Open(DirectingService.BackWords, back.Direction, back.Words) is { Length: > 0 } words ? texts["{0} could not: {1}", peer, words] : texts["{0} could not", peer];

    public string With(BoardCaller caller) => caller.State switch
    {
        DirectionState.Accepted => texts["with {0}", caller.Peer],
        DirectionState.Given => texts["given to {0}, no answer yet", caller.Peer],
        _ => texts["nobody has them now"],
    };

    public string? Back(BoardCaller caller) => caller.State != DirectionState.HandedBack ? null
        : vault.Open(DirectingService.BackWords, caller.Id, caller.BackWords) is { Length: > 0 } words ? texts["{0} could not: {1}", caller.Peer, words] : texts["{0} could not", caller.Peer];

    /// <summary>With a caller nobody knows, and whoever began it is not on any more: nobody else would ever end it.</summary>
    public bool Forgotten(BoardCall call) => call.Unknown && board.Peers.All(p => p.On.PeerId != call.PeerId);

    public string NameOf(BoardVisitor visitor) =>
        visitor.Person?.ShortName() ?? (vault.Open(VisitService.FirstName, visitor.Id, visitor.FirstName) is { Length: > 0 } name ? name : texts["somebody we do not know"]);

    public string NameOf(BoardCaller caller) =>
        vault.Open(DirectingService.Caller, caller.Id, caller.Caller) is { Length: > 0 } words ? words : texts["somebody we do not know"];

    /// <summary>"free", "in a call 12 min", "on a break"; what nobody heard for a while says so.</summary>
    public string StateOf(BoardPeer peer)
    {
        var state = peer switch
        {
            { InACallSince: { } since } => texts["in a call {0}", Spoken.Minutes((int)(clock.Now - since).TotalMinutes, texts)],
            { On.State: ShiftState.OnBreak } => texts["on a break"],
            { On.State: ShiftState.NoCallsToday } => texts["not up to calls today"],
            { Quiet: true } => null,
            _ => texts["free"],
        };
        var heard = peer.On.HeardAt is { } at ? Time(at) : "—";
        return peer.Quiet && peer.InACallSince is null ? string.Join(", ", new[] { state, texts["not heard since {0}", heard] }.OfType<string>()) : state!;
    }

    public string Heard(BoardPeer peer) => peer.Quiet || peer.On.HeardAt is not { } at ? "" : texts["heard {0}", Time(at)];

    /// <summary>Why one of us is waited for, without who it is.</summary>
    public string Waits(BehindTheWall walled) => walled.Standing switch
    {
        Standing.Late => texts["A promise is late."],
        Standing.Promised => texts["A call or visit is promised for today."],
        Standing.Given => texts["The desk gave them to a peer."],
        _ => texts["waiting {0}", Long(clock.Now - walled.Since)],
    };

    public string Keys(BehindTheWall walled) => walled.Keyholders.Count == 0 ? texts["Nobody has the key."]
        : string.Join(" · ", walled.Keyholders.Select(k => k.IsOn ? texts["{0} has the key and is on", k.Name] : texts["{0} has the key", k.Name]));

    public string Ago(DateTime utc) => Spoken.Ago(utc, clock, texts);

    /// <summary>"planned 80 calls and 14 visits; now 702 calls, 21 visits".</summary>
    public string Month()
    {
        var month = board.Month;
        var now = texts["now {0} and {1}", texts.Count(month.Calls, "{0} call", "{0} calls"), texts.Count(month.Visits, "{0} visit", "{0} visits")];
        return month is { PlannedCalls: { } calls, PlannedVisits: { } visits }
            ? $"{texts["planned {0} and {1}", texts.Count(calls, "{0} call", "{0} calls"), texts.Count(visits, "{0} visit", "{0} visits")]}; {now}"
            : now;
    }

    public string Time(DateTime utc) => clock.ToLocal(utc).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public string Waiting(BoardRow row) => row.SinceDayOnly
        ? texts["waiting since {0}", Spoken.Day(clock.DayOf(row.Since), clock.Today)]
        : texts["waiting {0}", Long(clock.Now - row.Since)];

    public string Long(TimeSpan time) => time.TotalHours < 24 ? Spoken.Minutes((int)time.TotalMinutes, texts) : texts.Count((int)time.TotalDays, "{0} day", "{0} days");

    /// <param name="Count">All of them, shown or not.</param>
    public sealed record Section(string Id, string Title, IReadOnlyList<BoardRow> Rows, int Count)
    {
        public bool More => Count > Rows.Count;

        /// <summary>All are shown because somebody asked for them.</summary>
        public bool Whole => !More && Count > AtFirst;
    }
}
