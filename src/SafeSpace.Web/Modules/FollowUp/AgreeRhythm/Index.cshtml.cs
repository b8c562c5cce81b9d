using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.AgreeRhythm;

/// <summary>How often somebody would like to be rung: in days, in words, or both.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Vault vault, PersonViews shown, Texts texts, RhythmService rhythms) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>A chip's days; empty is none of them.</summary>
    [BindProperty]
    public int? Every { get; set; }

    /// <summary>Another number of days.</summary>
    [BindProperty]
    public int? Days { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>What is agreed now, in words.</summary>
    public string? Now { get; private set; }

    public IReadOnlyList<Choice> Rhythms => [.. new[] { 1, 2, 3, 7, 14 }.Select(d => new Choice(d.ToString(System.Globalization.CultureInfo.InvariantCulture), RhythmWords.Of(d, null, T)))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("rhythm") is { } answer)
            return answer;
        if (await LoadAsync() is { } rhythm)
        {
            (Every, Words) = (rhythm.EveryDays, vault.Open(RhythmService.Words, rhythm.Id, rhythm.Words));
            if (Rhythms.All(r => r.Value != Every?.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                (Every, Days) = (null, rhythm.EveryDays);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("rhythm") is { } answer)
            return answer;
        var every = Days ?? Every;
        if (Do != "end")
        {
            if (every is < 1 or > RhythmService.MostDays)
                ModelState.AddModelError(nameof(Days), T["From every day to every {0} days.", RhythmService.MostDays]);
            if (every is null && string.IsNullOrWhiteSpace(Words))
                ModelState.AddModelError(nameof(Every), T["Please say how often, in days or in words."]);
            if (WrittenText.Check(nameof(Words), Words, WrittenText.Note) is { } mistake)
                ModelState.AddModelError(nameof(Words), T[mistake.Sentence, [.. mistake.Values]]);
        }

        var seen = Version == Guid.Empty ? (Guid?)null : Version;
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status400BadRequest);
        try
        {
            if (!(Do == "end" ? await rhythms.EndAsync(Person.Id, seen, Viewer.Actor) : await rhythms.AgreeAsync(Person.Id, every, Words, seen, Viewer.Actor)))
                return NotFound();
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", T["Somebody agreed another rhythm while you were typing: it stands at the top. Save again to keep yours."]);
            return await AgainAsync(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content("~/step-down"));
    }

    private async Task<PageResult> AgainAsync(int status)
    {
        await LoadAsync();
        return Mistaken(status);
    }

    private async Task<Rhythm?> LoadAsync()
    {
        var rhythm = await RhythmService.OfAsync(Db, Person.Id);
        Version = rhythm?.Version ?? Guid.Empty;
        Now = rhythm is null ? null : RhythmWords.Of(rhythm.EveryDays, vault.Open(RhythmService.Words, rhythm.Id, rhythm.Words), T);
        return rhythm;
    }
}
