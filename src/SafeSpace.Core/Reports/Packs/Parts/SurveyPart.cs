using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Feedback;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>Rounds of the referrers' survey that closed in the period: counts, each question with its base.</summary>
internal sealed class SurveyPart : IPackPart
{
    private static readonly string[] Columns = ["Very good", "Good", "Not so good", "Poor", "Answered"];

    private static readonly (string Code, string Words, Func<SurveyAnswer, HowGood?> Of)[] Questions =
    [
        ("ease", "Ease of referring", a => a.EaseOfReferring), ("courtesy", "Courtesy on calls", a => a.CourtesyOnCalls),
        ("knowledge", "Knowledge, and ability to meet needs", a => a.KnowledgeAndAbility), ("partnership", "Working in partnership", a => a.Partnership),
    ];

    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var (first, last) = (pack.From.FirstDay, pack.To.LastDay);
        foreach (var round in await from.Db.SurveyRounds.AsNoTracking().Where(r => r.ClosesOn >= first && r.ClosesOn <= last && r.ClosesOn < from.Clock.Today).OrderBy(r => r.ClosesOn).ToListAsync())
        {
            var answers = await from.Db.SurveyAnswers.AsNoTracking().Where(a => a.RoundId == round.Id).ToListAsync();
            var rows = Questions.Select(question => Row(pack, $"survey:{round.Id:N}", question, answers)).ToList();
            pack.Table(new($"survey-{round.Id:N}", "What referrers say", "Question", Columns, rows, [$"Round closed on {round.ClosesOn:yyyy-MM-dd}."]));
        }
    }

    private static PackRow Row(PackBuilder pack, string measure, (string Code, string Words, Func<SurveyAnswer, HowGood?> Of) question, List<SurveyAnswer> answers)
    {
        string Key(string slice) => PackBuilder.Key(measure, question.Code, slice);
        var keys = Enum.GetValues<HowGood>().Select(good => pack.Add(Key(good.ToString()), answers.Count(a => question.Of(a) == good))).ToList();
        var all = pack.Add(Key("all"), answers.Count(a => question.Of(a) is not null), 3);
        pack.Balance(all, keys);
        return new(question.Words, false, CellKind.Count, [.. keys.Append(all).Select(pack.Cell)]);
    }
}
