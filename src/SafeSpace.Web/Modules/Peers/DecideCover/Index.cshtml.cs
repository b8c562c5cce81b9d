using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Reminders;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.DecideCover;

/// <summary>What the group decided about cover: how many, how early too few shows, what happens when nobody is on; and whether reminders go out.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupClock clock, CoverService cover, Viewer viewer, Texts texts, IOptions<ReminderOptions> providers) : PageModel
{
    [BindProperty]
    public CoverChange Change { get; set; } = new();

    /// <summary>"on" or "off".</summary>
    [BindProperty]
    public string SendReminders { get; set; } = "off";

    [BindProperty]
    public Guid? Version { get; set; }

    public IReadOnlyList<Choice> Peers { get; private set; } = [];

    public IReadOnlyList<Choice> Sending => [new("off", texts["Send none"]), new("on", texts["Send them"])];

    public string Provider => (providers.Value.CanText, providers.Value.CanEmail) switch
    {
        (true, true) => texts["Text messages and e-mail are set up on this machine."],
        (true, false) => texts["Text messages are set up on this machine; e-mail is not."],
        (false, true) => texts["E-mail is set up on this machine; text messages are not."],
        _ => texts["Nothing is set up on this machine yet, so nothing is sent. Who runs it finds how in its handbook."],
    };

    public async Task OnGetAsync()
    {
        var settings = await ShowAsync();
        Change = CoverChange.Of(settings ?? new CoverSettings(), await db.FallbackPeers.AsNoTracking().Where(f => f.EndedAt == null).Select(f => f.PeerId).ToListAsync());
        SendReminders = Change.SendReminders ? "on" : "off";
        Version = settings?.Version;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var settings = await ShowAsync();
        Change.SendReminders = SendReminders == "on";
        foreach (var mistake in Change.Mistakes())
            ModelState.AddModelError($"{nameof(Change)}.{mistake.Field}", texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        try
        {
            await cover.DecideAsync(Change, Version, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", texts["Somebody changed this while you were typing. It says now: {0}. Save again to keep yours.", Say(settings)]);
            ModelState.Remove(nameof(Version));
            Version = settings?.Version;
            return Again(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private string Say(CoverSettings? settings) => string.Join(" · ", new[]
    {
        texts.Count(settings?.LeastPeers ?? 0, "{0} peer", "{0} peers"),
        texts.Count(settings?.ShowDays ?? 0, "{0} day ahead", "{0} days ahead"),
        settings?.EmptyNumber,
        settings?.EmptyMessage,
        texts[settings is { SendReminders: true } ? "Send them" : "Send none"],
    }.Where(part => !string.IsNullOrEmpty(part)));

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<CoverSettings?> ShowAsync()
    {
        Peers = [.. (await PeersOfGroup.ReadAsync(db)).Select(p => new Choice(p.Id.Value.ToString(), p.Name, p.Profile?.ReachOn))];
        return await db.CoverSettings.AsNoTracking().SingleOrDefaultAsync();
    }
}
