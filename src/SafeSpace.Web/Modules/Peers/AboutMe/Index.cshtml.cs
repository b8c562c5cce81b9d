using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Desk.OpeningHours;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.AboutMe;

/// <summary>What a peer says of themself: how to be reached, what people may ask for, which days they could, how to be reminded, their calendar.</summary>
[Needs(Permission.LogContacts)]
public sealed class AboutMeModel(GroupDb db, GroupClock clock, PeerProfileService profiles, CalendarLinks links, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public string? ReachOn { get; set; }

    [BindProperty]
    public string? Gender { get; set; }

    [BindProperty]
    public string? Languages { get; set; }

    [BindProperty]
    public string? Neighbourhood { get; set; }

    [BindProperty]
    public string[] Days { get; set; } = [];

    [BindProperty]
    public ReminderWay RemindBy { get; set; }

    [BindProperty]
    public string? RemindOn { get; set; }

    [BindProperty]
    public Guid? Version { get; set; }

    public bool IsSending { get; private set; }

    public string? Link { get; private set; }

    public DateTime? LinkSince { get; private set; }

    public IReadOnlyList<Choice> DayChoices => [.. IndexModel.DaysOfWeek.Select(d => new Choice(d.ToString(), IndexModel.NameOf(d)))];

    public IReadOnlyList<Choice> Ways =>
        [new(nameof(ReminderWay.None), texts["No"]), new(nameof(ReminderWay.Text), texts["By text message"]), new(nameof(ReminderWay.Email), texts["By e-mail"], texts["To the address you sign in with."])];

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is not { } me)
            return NotFound();
        await ShowAsync();
        var profile = await PeerProfile.FindAsync(db, me);
        (ReachOn, Gender, Languages, Neighbourhood) = (profile?.ReachOn, profile?.Gender, profile?.Languages, profile?.Neighbourhood);
        (RemindBy, RemindOn, Version) = (profile?.RemindBy ?? ReminderWay.None, profile?.RemindOn, profile?.Version);
        Days = [.. IndexModel.DaysOfWeek.Where(d => profile?.CouldOn(d) == true).Select(d => d.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        foreach (var (field, typed) in new[] { (nameof(ReachOn), ReachOn), (nameof(Gender), Gender), (nameof(Languages), Languages), (nameof(Neighbourhood), Neighbourhood), (nameof(RemindOn), RemindOn) })
            if (WrittenText.Check(field, typed, PeerProfileService.LongestLine) is { } mistake)
                ModelState.AddModelError(field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (RemindBy == ReminderWay.Text && Diary.Shared.PeopleOnPages.Dialled(RemindOn) is null)
            ModelState.AddModelError(nameof(RemindOn), texts["Tell us the number for text messages."]);
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status400BadRequest);
        try
        {
            await profiles.ChangeAsync(viewer.Id!.Value, Version, Put, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", texts["You changed this in another window meanwhile. Save again to keep what is here."]);
            ModelState.Remove(nameof(Version));
            Version = (await PeerProfile.FindAsync(db, viewer.Id!.Value))?.Version;
            return await AgainAsync(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        var secret = await links.MakeAsync(viewer.Id!.Value, viewer.Actor);
        await OnGetAsync();
        Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/calendar/{secret}.ics";
        return Page();
    }

    public async Task<IActionResult> OnPostEndLinkAsync()
    {
        await links.EndAsync(viewer.Id!.Value, viewer.Actor);
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private void Put(PeerProfile profile)
    {
        (profile.ReachOn, profile.Gender, profile.Languages, profile.Neighbourhood) = (Said(ReachOn), Said(Gender), Said(Languages), Said(Neighbourhood));
        (profile.RemindBy, profile.RemindOn) = (RemindBy, Said(RemindOn));
        profile.CouldDays = IndexModel.DaysOfWeek.Where(d => Days.Contains(d.ToString())).Sum(PeerProfile.Bit);
    }

    private static string? Said(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task<PageResult> AgainAsync(int status)
    {
        Response.StatusCode = status;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        IsSending = (await CoverSettings.ReadAsync(db)).SendReminders;
        LinkSince = await db.CalendarLinks.AsNoTracking().Where(l => l.PeerId == viewer.Id && l.EndedAt == null).Select(l => (DateTime?)l.MadeAt).SingleOrDefaultAsync();
    }
}
