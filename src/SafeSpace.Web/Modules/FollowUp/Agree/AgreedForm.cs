using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Agree;

/// <summary>What was agreed, why, and until when: as two pages ask it.</summary>
public abstract class AgreedForm(GroupDb db, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    protected GroupClock Clock { get; } = clock;

    protected AgreementDetails? Read(DateOnly from)
    {
        foreach (var (field, words) in new[] { (nameof(What), What), (nameof(Why), Why) })
        {
            if (WrittenText.Check(field, words, WrittenText.Note) is { } mistake)
                ModelState.AddModelError(field, T[mistake.Sentence, [.. mistake.Values]]);
        }

        if (Until is null && ModelState[nameof(Until)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(Until), T["Please say until when. Without an end it would not be a kindness."]);
        var details = new AgreementDetails(What ?? "", Why ?? "", from, Until ?? from, ReviewOn);
        foreach (var mistake in AgreementRules.Check(details, Clock.Today).Where(_ => Until is not null || _ is AgreementMistake.NoWhat or AgreementMistake.NoWhy))
            ModelState.AddModelError(FieldOf(mistake), T[Sentence(mistake), AgreementRules.MostDays]);
        return ModelState.IsValid ? details : null;
    }

    private static string FieldOf(AgreementMistake mistake) => mistake switch
    {
        AgreementMistake.NoWhat => nameof(What),
        AgreementMistake.NoWhy => nameof(Why),
        AgreementMistake.ReviewOutside => nameof(ReviewOn),
        _ => nameof(Until),
    };

    private static string Sentence(AgreementMistake mistake) => mistake switch
    {
        AgreementMistake.NoWhat => "Please write what you agreed.",
        AgreementMistake.NoWhy => "Please write why, as you said it together.",
        AgreementMistake.EndsTooSoon => "This day is over. Please pick today or later.",
        AgreementMistake.TooLong => "At most {0} days. Then you talk about it anew.",
        _ => "This is outside the time of the agreement.",
    };
}
