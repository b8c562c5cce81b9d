using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>What people told us: did they feel supported, where would they have turned, compliments and complaints. Words stay inside; stories are lent apart.</summary>
internal sealed class FeedbackPart : IPackPart
{
    private static readonly (FeltSupported Felt, string Words)[] Felt =
        [(FeltSupported.Yes, "Yes"), (FeltSupported.Mostly, "Mostly"), (FeltSupported.NotMuch, "Not much"), (FeltSupported.No, "No")];

    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var (first, last) = (pack.From.FirstDay, pack.To.LastDay);
        var given = await from.Db.PersonFeedback.AsNoTracking().Where(f => f.Day >= first && f.Day <= last).Select(f => new { f.Day, f.FeltSupported, f.WouldHaveTurned }).ToListAsync();
        var everAsked = await from.Db.PersonFeedback.AnyAsync(f => f.Day <= last) || await from.Db.FeedbackLinks.AnyAsync(l => l.MadeOn <= last);
        decimal? Asked(int count) => everAsked ? count : null;
        var rows = Felt.Select(f => new PackRow(f.Words, false, CellKind.Count, pack.ByMonth("felt", f.Felt.ToString(), m => Asked(given.Count(g => Month.Of(g.Day) == m && g.FeltSupported == f.Felt))))).ToList();
        rows.Add(new("Answered", false, CellKind.Count, pack.ByMonth("felt", "all", m => Asked(given.Count(g => Month.Of(g.Day) == m && g.FeltSupported is not null)), 3), Total: true));
        var codes = await from.Db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.WouldHaveTurned).OrderBy(e => e.Position).Select(e => new { e.Code, e.Label, e.RetiredAt }).ToListAsync();
        // A row for every answer that was offered, or its being there would say that somebody gave it.
        var begin = from.Clock.StartOf(first);
        var said = codes.Where(c => c.RetiredAt is null || c.RetiredAt >= begin).ToList();
        var turned = said.Select(c => new PackRow(c.Label, true, CellKind.Count, pack.ByMonth("turned", c.Code, m => Asked(given.Count(g => Month.Of(g.Day) == m && g.WouldHaveTurned == c.Code))))).ToList();
        turned.Add(new("Answered", false, CellKind.Count, pack.ByMonth("turned", "all", m => Asked(given.Count(g => Month.Of(g.Day) == m && said.Any(c => c.Code == g.WouldHaveTurned))), 3), Total: true));
        foreach (var period in pack.Periods)
        {
            pack.Balance(PackBuilder.Key("felt", "all", period), Felt.Select(f => PackBuilder.Key("felt", f.Felt.ToString(), period)));
            pack.Balance(PackBuilder.Key("turned", "all", period), said.Select(c => PackBuilder.Key("turned", c.Code, period)));
        }

        pack.Table(new("feedback", "Did you feel supported?", "Answer", pack.PeriodNames, rows, ["Nobody has to answer, and nobody's name is asked. Of those who answered."]));
        pack.Table(new("turned", "Where would you have turned without us?", "Answer", pack.PeriodNames, turned, ["The answers' sum is the base: those who answered this question."]));
        await WordsAsync(pack, from, first, last);
        await StoriesAsync(pack, from);
    }

    private static async Task WordsAsync(PackBuilder pack, PackSource from, DateOnly first, DateOnly last)
    {
        var words = await from.Db.WordsToUs.AsNoTracking().Where(w => w.ReceivedOn >= first && w.ReceivedOn <= last).Select(w => new { w.Kind, w.ReceivedOn, Settled = w.SettledOn != null }).ToListAsync();
        PackRow Row(string slice, string name, WordKind kind, bool? settled) => new(
            name, false, CellKind.Count, pack.ByMonth("words", slice, m => words.Count(w => Month.Of(w.ReceivedOn) == m && w.Kind == kind && (settled is null || w.Settled == settled))));
        List<PackRow> rows =
        [
            Row("compliments", "Compliments", WordKind.Compliment, null), Row("complaints", "Complaints", WordKind.Complaint, null),
            Row("settled", "Complaints that were settled", WordKind.Complaint, true), Row("open", "Complaints still open", WordKind.Complaint, false),
        ];
        foreach (var period in pack.Periods)
            pack.Balance(PackBuilder.Key("words", "complaints", period), [PackBuilder.Key("words", "settled", period), PackBuilder.Key("words", "open", period)]);
        pack.Table(new("words", "Compliments and complaints", "Figure", pack.PeriodNames, rows, []));
    }

    /// <summary>Only which ones: their words are read where the pack is shown, so that a story taken back is gone from there at once.</summary>
    private static async Task StoriesAsync(PackBuilder pack, PackSource from)
    {
        var objecting = from.Db.ObjectTo(UseOfRecord.PublishedWords);
        pack.Stories.AddRange(await StoryService.Lent(from.Db, StoryPurpose.Funders, from.Clock.Today).Where(s => s.PersonId == null || !objecting.Contains(s.PersonId.Value)).OrderBy(s => s.ToldOn).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync());
    }
}
