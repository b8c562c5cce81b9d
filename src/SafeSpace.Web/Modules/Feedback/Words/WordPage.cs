using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.Words;

/// <summary>The boxes of a compliment or complaint.</summary>
public abstract class WordPage(GroupClock clock, Texts texts) : VoicePage(texts)
{
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public WordKind? Kind { get; set; }

    [BindProperty]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? WhatWasDone { get; set; }

    [BindProperty]
    public DateOnly? SettledOn { get; set; }

    public IReadOnlyList<Choice> Kinds => FeedbackChoices.Of<WordKind>(FeedbackChoices.Say, Texts);

    /// <summary>What was typed; null when it cannot be kept.</summary>
    protected WordDetails? Read()
    {
        if (Kind is null)
            ModelState.AddModelError(nameof(Kind), "Choose one of these.");
        if (ReceivedOn is null)
            ModelState.AddModelError(nameof(ReceivedOn), "Please say which day.");
        if (ReceivedOn > clock.Today)
            ModelState.AddModelError(nameof(ReceivedOn), "This day is still to come.");
        if (SettledOn > clock.Today || SettledOn < ReceivedOn)
            ModelState.AddModelError(nameof(SettledOn), "It is settled on the day it reached us or later, and not in the future.");
        if (string.IsNullOrWhiteSpace(Said))
            ModelState.AddModelError(nameof(Said), "Write down what was said.");
        Check(nameof(From), From, WrittenText.Line);
        Check(nameof(Said), Said);
        Check(nameof(WhatWasDone), WhatWasDone);
        return ModelState.IsValid ? new(Kind!.Value, ReceivedOn!.Value, From, Said, WhatWasDone, SettledOn) : null;
    }
}
