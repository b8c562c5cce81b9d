using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>"How we count": the same sentences at the foot of the page, on the notes sheet and in the printed file. The guide says more.</summary>
public static class HowWeCount
{
    public static IReadOnlyList<string> Sentences(Texts t) =>
    [
        t["A person is counted once, ever: in the month of their first referral."],
        t["A referral is each time somebody refers. Never known before: new. Known, and the case closed: came back. Referred again while we still support them: the same crisis, a double."],
        t["Coming back directly, without a new referral, is a kind of its own: it is in no figure of referrals. Where it is not agreed, it is counted how often people asked."],
        t["A call is an answered phone call, in or out. A try that nobody answered is counted apart. A text is no call."],
        t["Minutes are those somebody wrote down. A call of unknown length adds nothing, and we say how many there are."],
        t["Calls of a person are calls with or about that person. Callers nobody knows are in the calls, and in nobody's number."],
        t["A visit is meeting in the flesh: in our building, elsewhere or at home."],
        t["A person is with us on a day if their case was opened on or before it and closed after it, or not at all."],
        t["Factors are what the first referral named. Beside them stands what peers heard of the same people up to the day. The gap: peers heard it and the referral did not say it."],
        t["Waiting is from being taken on to the first time we really spoke, in that crisis. Where a spreadsheet knew only the day, days are counted and minutes are not."],
        t["While we were open: the hours we are shut are taken out, for those taken on when our hours were written down. They are shown apart."],
        t["Practical help is what was given, in the month it was given, at the value that was written down, less what came back. What is only promised, was called off or was a mistake is not in it. A person is counted once in each month, and once in the period."],
        t["Connections to other services count on the day on which each thing happened: asked, taken on, refused, first appointment kept, ended. Days to the first appointment run from asking to keeping it."],
        t["A month is a part month when what was written down begins after its 4th day, ends more than 3 days before its end, or when it is still going on. Part months are never compared with whole ones."],
        t["An entry that was put right counts as it was put right. Two records that were one person count as one. So an old month can still change."],
    ];
}
