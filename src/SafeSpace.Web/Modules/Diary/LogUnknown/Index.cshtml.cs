using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.LogUnknown;

/// <summary>Somebody rings and gives no name, or one that nobody knows: written down while they talk, or afterwards.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, LogService log, CallService calls, DirectingService directing)
    : ContactForm(db, clock, viewer, texts)
{
    /// <summary>stop, nothing, or empty: save.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>What they like to be called, if they said so. It goes before the words of the diary.</summary>
    [BindProperty]
    public string? Caller { get; set; }

    /// <summary>The call that the desk gave to me, or, for who runs the desk, to anybody: saving this sees to it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Yours { get; set; }

    /// <summary>The call this form is about, while it goes on.</summary>
    public CallUnderWay? Call { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? call = null)
    {
        Kind = ContactKind.CallIn;
        await LoadAsync(call ?? Guid.Empty);
        if (call is not null && Call is null)
            return LocalRedirect(Url.Content("~/mine")); // it ended meanwhile, or was never one's own
        if (Call is not null)
            ModelState.SetModelValue(nameof(FormId), new ValueProviderResult(Call.Id.ToString()));
        var (me, desk) = (Viewer.Id, Viewer.May(Permission.RunDesk));
        if (Yours is { } given && await Db.Directions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == given && (desk || d.PeerId == me) && d.PersonId == null) is { } direction)
            Caller = vault.Open(DirectingService.Caller, direction.Id, direction.Caller);
        return Page();
    }

    /// <summary>Begins a call. The form's id makes a second tap the same call.</summary>
    public async Task<IActionResult> OnPostStartAsync()
    {
        if (Viewer.Id is not { } me || await calls.StartAsync(null, me, ContactKind.CallIn, Viewer.Actor, FormId == Guid.Empty ? null : FormId) is not { } call || call.PeerId != me)
            return NotFound();
        return LocalRedirect(Url.Content(call.EndedAt is null ? $"~/log/unknown?call={call.Id}{(Yours is { } given ? $"&yours={given}" : "")}" : "~/mine"));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(FormId);
        if (Do is "stop" or "nothing" && Call is { } begun)
        {
            await (Do == "stop" ? calls.StopAsync(begun.Id, Viewer.Actor) : calls.NothingAsync(begun.Id, Viewer.Actor));
            if (Do == "stop")
            {
                await LoadAsync(FormId);
                return Page();
            }

            this.MarkSaved(Clock.Now);
            return LocalRedirect(Url.Content("~/mine"));
        }

        if (WrittenText.Check(nameof(Caller), Caller, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        // Somebody else's call, begun by them: it stays theirs.
        var (peer, name) = Call is { } theirs && theirs.PeerId != Viewer.Id ? (theirs.PeerId, "") : (Viewer.Id, Viewer.Name);
        if (Read(null, When is { } when ? Clock.ToUtc(when) : null, peer, name) is not { } contact)
            return Mistaken();
        if (!string.IsNullOrWhiteSpace(Caller))
            contact = contact with { Words = $"{T["Likes to be called {0}.", Caller.Trim()]}\n{contact.Words}".TrimEnd() };
        var outcome = await log.LogAsync(contact, Viewer.Actor);
        if (outcome.Result == LogResult.LoggedOtherwise)
            return SavedOtherwise();
        if (outcome.Result is not (LogResult.Logged or LogResult.LoggedBefore))
            return NotFound();
        if (Yours is { } given && Viewer.Id is { } me)
            await (Viewer.May(Permission.RunDesk) ? directing.CallerSeenToAsync(given, Viewer.Actor) : directing.DoneAsync(given, me, Viewer.Actor));
        this.MarkSaved(Clock.Now, T[KindWords.Of(contact.Kind)]);
        return LocalRedirect(Url.Content("~/mine"));
    }

    private async Task LoadAsync(Guid asked)
    {
        await LoadChoicesAsync(null);
        // With the diary, anybody's: whoever began it may not be able to end it.
        var (me, all) = (Viewer.Id, Viewer.May(Permission.SeeDiary));
        Call = await Db.CallsUnderWay.AsNoTracking().SingleOrDefaultAsync(c => c.Id == asked && c.PersonId == null && (all || c.PeerId == me) && c.EndedAt == null);
    }
}
