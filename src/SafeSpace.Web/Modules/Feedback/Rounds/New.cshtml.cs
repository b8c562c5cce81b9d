using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback.Rounds;

/// <summary>A new round of the referrers' survey, and its link.</summary>
[Needs(Permission.KeepVoices)]
public sealed class NewModel(GroupClock clock, VoiceService voices, Viewer viewer, Texts texts) : VoicePage(texts)
{
    private const int LongestRound = 366;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? Opens { get; set; }

    [BindProperty]
    public DateOnly? Closes { get; set; }

    public string? Link { get; private set; }

    public void OnGet() => (Opens, Closes) = (clock.Today, clock.Today.AddDays(21));

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), "Give it a name.");
        Check(nameof(Name), Name, WrittenText.Line);
        if (Opens is null || Closes is null)
            ModelState.AddModelError(Opens is null ? nameof(Opens) : nameof(Closes), "Please say which day.");
        else if (Closes < Opens || Closes < clock.Today)
            ModelState.AddModelError(nameof(Closes), "The last day is before the first one, or over already.");
        else if (Closes.Value.DayNumber - Opens.Value.DayNumber > LongestRound)
            ModelState.AddModelError(nameof(Closes), "A round lasts a year at most.");
        if (!ModelState.IsValid)
            return Refused();
        if (await voices.OpenRoundAsync(FormId, Name!, Opens!.Value, Closes!.Value, viewer.Actor) is not { } secret)
            return RedirectToPage("/Feedback/Voices/Index");
        Link = AddressOf("survey", secret);
        return Page();
    }
}
