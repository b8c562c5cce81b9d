using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback.Rounds;

/// <summary>One round: counts and words. In an order of its own making, so that nobody can tell by it who answered when.</summary>
[Needs(Permission.SeeVoices)]
public sealed class RoundModel(GroupDb db, GroupStore store, VoiceService voices, Viewer viewer, Texts texts) : VoicePage(texts)
{
    private static readonly (string Question, Func<SurveyAnswer, HowGood?> Of)[] Questions =
    [
        ("Ease of referring", a => a.EaseOfReferring), ("Courtesy on calls", a => a.CourtesyOnCalls),
        ("Knowledge, and ability to meet needs", a => a.KnowledgeAndAbility), ("Working in partnership", a => a.Partnership),
    ];

    public SurveyRound Round { get; private set; } = null!;

    public int Answers { get; private set; }

    public IReadOnlyList<(string Question, IReadOnlyList<int> Counts)> Rows { get; private set; } = [];

    public IReadOnlyList<string> Without { get; private set; } = [];

    public IReadOnlyList<string> Else { get; private set; } = [];

    public string? Link { get; private set; }

    public bool MayKeep => viewer.May(Permission.KeepVoices);

    public bool IsOpen => Round.ClosesOn >= store.Clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!MayKeep || !await LoadAsync(id) || !IsOpen || await voices.NewRoundLinkAsync(id, viewer.Actor) is not { } secret)
            return NotFound();
        Link = AddressOf("survey", secret);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.SurveyRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { } round)
            return false;
        Round = round;
        var answers = await db.SurveyAnswers.AsNoTracking().Where(a => a.RoundId == id).ToListAsync();
        Answers = answers.Count;
        Rows = [.. Questions.Select(q => (q.Question, (IReadOnlyList<int>)[.. Enum.GetValues<HowGood>().Select(good => answers.Count(a => q.Of(a) == good))]))];
        Without = Opened(answers, "survey_answer.without", a => a.Without);
        Else = Opened(answers, "survey_answer.anything_else", a => a.AnythingElse);
        return true;
    }

    private IReadOnlyList<string> Opened(List<SurveyAnswer> answers, string column, Func<SurveyAnswer, Sealed?> words) =>
        [.. answers.Select(a => store.Vault.Open(column, a.Id, words(a))).OfType<string>().Order(StringComparer.CurrentCulture)];
}
