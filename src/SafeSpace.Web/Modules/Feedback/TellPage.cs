using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback;

/// <summary>The three questions for people: by link, on a screen in the building, or read out.</summary>
public abstract class TellPage(GroupDb db, Texts texts) : VoicePage(texts)
{
    [BindProperty]
    public FeltSupported? Felt { get; set; }

    [BindProperty]
    public string? WouldHaveTurned { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Choice> FeltList => FeedbackChoices.Of<FeltSupported>(FeedbackChoices.Say, Texts);

    public IReadOnlyList<Choice> TurnedList { get; private set; } = [];

    protected async Task ReadListsAsync() => TurnedList = await FeedbackChoices.TurnedAsync(db);

    /// <summary>What was said; null when it cannot be kept.</summary>
    protected FeedbackWords? Said()
    {
        Check(nameof(Words), Words);
        if (!string.IsNullOrEmpty(WouldHaveTurned) && TurnedList.All(c => c.Value != WouldHaveTurned))
            ModelState.AddModelError(nameof(WouldHaveTurned), "Choose one of these.");
        var said = new FeedbackWords(Felt, WouldHaveTurned, Words);
        if (said.SaysNothing)
            ModelState.AddModelError(nameof(Felt), "Answer one question at least.");
        return ModelState.IsValid ? said : null;
    }
}
