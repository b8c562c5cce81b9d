using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.Stories;

/// <summary>The boxes of a story.</summary>
public abstract class StoryPage(GroupClock clock, Texts texts) : VoicePage(texts)
{
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public NameShown? NameShown { get; set; } = Core.Feedback.NameShown.NoName;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public StoryPurpose[] For { get; set; } = [];

    [BindProperty]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<Choice> Names => FeedbackChoices.Of<NameShown>(FeedbackChoices.Say, Texts);

    public IReadOnlyList<Choice> Purposes => FeedbackChoices.Of<StoryPurpose>(FeedbackChoices.Say, Texts);

    /// <summary>What was typed; null when it cannot be kept. A story may be lent for nothing yet: it is kept until they decide.</summary>
    protected StoryDetails? Read(PersonId? person)
    {
        if (string.IsNullOrWhiteSpace(Words))
            ModelState.AddModelError(nameof(Words), "Write down what they tell.");
        Check(nameof(Words), Words);
        Check(nameof(Name), Name, WrittenText.Line);
        if (NameShown is null)
            ModelState.AddModelError(nameof(NameShown), "Choose one of these.");
        if (NameShown is not null and not Core.Feedback.NameShown.NoName && string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), "Write the name they chose, or choose no name.");
        if (Until < clock.Today)
            ModelState.AddModelError(nameof(Until), "This day is over. Please pick today or later.");
        if (For.Any(p => !Enum.IsDefined(p)))
            ModelState.AddModelError(nameof(For), "Choose one of these.");
        return ModelState.IsValid ? new(person, Words, NameShown!.Value, Name, For, Until) : null;
    }
}
