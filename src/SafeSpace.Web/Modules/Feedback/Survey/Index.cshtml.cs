using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.Survey;

/// <summary>The referrers' survey, for whoever has the round's link: no account, nothing that tells who it was.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class IndexModel(GroupDb db, GroupClock clock, VoiceService voices, Texts texts) : VoicePage(texts)
{
    [BindProperty]
    public HowGood? Ease { get; set; }

    [BindProperty]
    public HowGood? Courtesy { get; set; }

    [BindProperty]
    public HowGood? Knowledge { get; set; }

    [BindProperty]
    public HowGood? Partnership { get; set; }

    [BindProperty]
    public string? Without { get; set; }

    [BindProperty]
    public string? AnythingElse { get; set; }

    public SurveyRound? Round { get; private set; }

    public bool Thanks { get; private set; }

    public IReadOnlyList<Choice> HowGood => FeedbackChoices.Of<HowGood>(FeedbackChoices.Say, Texts);

    public async Task<IActionResult> OnGetAsync(string secret) => await ReadAsync(secret) ? Page() : Refused(StatusCodes.Status410Gone);

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (!await ReadAsync(secret))
            return Refused(StatusCodes.Status410Gone);
        Check(nameof(Without), Without);
        Check(nameof(AnythingElse), AnythingElse);
        var words = new SurveyWords(Ease, Courtesy, Knowledge, Partnership, Without, AnythingElse);
        if (words.SaysNothing)
            ModelState.AddModelError(nameof(Ease), "Answer one question at least.");
        if (!ModelState.IsValid)
            return Refused();
        if (!await voices.AnswerAsync(secret, FormId, words))
            return Refused(StatusCodes.Status410Gone);
        TempData["Thanks"] = true;
        return LocalRedirect(AddressHere("survey", secret));
    }

    private async Task<bool> ReadAsync(string secret)
    {
        Thanks = TempData["Thanks"] is true && HttpMethods.IsGet(Request.Method);
        var round = await VoiceService.FindRoundAsync(db, secret);
        Round = round is not null && round.OpensOn <= clock.Today && round.ClosesOn >= clock.Today ? round : null;
        return Round is not null || Thanks;
    }
}
