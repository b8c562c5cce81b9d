using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.FollowUp.Safeguarding;

/// <summary>"Who was told, when, and by when will they answer", as two pages ask for it.</summary>
public static class ToldForm
{
    /// <summary>Null when nobody is named; what is wrong is said beside its field.</summary>
    public static ToldDetails? Read(PageModel page, GroupClock clock, Texts texts, string? whom, LocalMoment? when, DateOnly? dueOn)
    {
        var at = when is { } moment ? clock.ToUtc(moment) : (DateTime?)null;
        if (string.IsNullOrWhiteSpace(whom))
        {
            if (dueOn is not null)
                page.ModelState.AddModelError("Whom", texts["Please say who owes us the answer."]);
            return null;
        }

        if (WrittenText.Check("Whom", whom, WrittenText.Line) is { } mistake)
            page.ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (at > clock.Now)
            page.ModelState.AddModelError("When", texts["This time has not come yet."]);
        if (dueOn < (at is { } told ? clock.DayOf(told) : clock.Today))
            page.ModelState.AddModelError("DueOn", texts["They cannot owe an answer before they were told."]);
        return new ToldDetails(whom, at, dueOn);
    }
}
