using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>How times with us ended, and so where people went next.</summary>
internal sealed class WhereNextPart : IPackPart
{
    private const string NotNoted = "-";

    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var (first, last) = (pack.From.FirstDay, pack.To.LastDay);
        var ends = await from.Db.Spells.AsNoTracking().Where(s => s.ClosedOn >= first && s.ClosedOn <= last)
            .GroupBy(s => new { s.ClosedOn!.Value.Year, s.ClosedOn!.Value.Month, s.CloseReason })
            .Select(g => new { g.Key.Year, g.Key.Month, Reason = g.Key.CloseReason ?? NotNoted, Ended = g.Count() }).ToListAsync();
        var words = await from.Db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.CloseReason).OrderBy(e => e.Position).Select(e => new { e.Code, e.Label, e.RetiredAt }).ToListAsync();
        // A row for every reason, or its being there would say that somebody's time ended so.
        var begin = from.Clock.StartOf(first);
        var codes = words.Where(w => w.RetiredAt is null || w.RetiredAt >= begin).Select(w => w.Code).Append(NotNoted).ToList();
        string Place(string reason) => codes.Contains(reason) ? reason : NotNoted;
        int Ended(Month month, string? reason) => ends.Where(e => e.Year == month.Year && e.Month == month.Number && (reason is null || Place(e.Reason) == reason)).Sum(e => e.Ended);
        var rows = codes.Select(code => new PackRow(
            words.Find(w => w.Code == code)?.Label ?? "Not noted, or not on the list", code != NotNoted, CellKind.Count,
            pack.ByMonth("ended", "reason:" + code, m => Ended(m, code)))).ToList();
        rows.Add(new PackRow("All that ended", false, CellKind.Count, pack.ByMonth("ended", "all", m => Ended(m, null), 3), Total: true));
        foreach (var period in pack.Periods)
            pack.Balance(PackBuilder.Key("ended", "all", period), codes.Select(c => PackBuilder.Key("ended", "reason:" + c, period)));
        foreach (var month in pack.Months)
            ComeBackByThemselves(pack, month);
        pack.Table(new("where-next", "Where people went next", "How it ended", pack.PeriodNames, rows, ["One person may end and come back. Reasons are the group's own words."], pack.PeriodNames.Count - 1));
    }

    /// <summary>With us last month, and new, and come back, less those that ended, less with us now: who came back without a referral is what is left.</summary>
    private static void ComeBackByThemselves(PackBuilder pack, Month month)
    {
        string Key(string measure, string slice) => PackBuilder.Key(measure, slice, month.ToString());
        var before = PackBuilder.Key("active", "all", month.Previous.ToString());
        var opened = Key("active", "opened");
        if (!pack.Recall(before) || pack.ValueOf(Key("active", "all")) is not { } now || pack.ValueOf(Key("ended", "all")) is not { } ended)
            return;
        if (now - pack.ValueOf(before) + ended is not { } value || value < 0)
            return;
        pack.Add(opened, value, hidden: true);
        pack.Relate([new(opened, 1), new(Key("active", "all"), -1), new(before, 1), new(Key("ended", "all"), -1)]);
        pack.Rest(Key("active", "by_themselves"), opened, [Key("referrals", "first"), Key("referrals", "repeat")]);
    }
}
