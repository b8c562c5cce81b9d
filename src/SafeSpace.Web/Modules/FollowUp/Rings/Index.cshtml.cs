using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Rings;

/// <summary>Who rings somebody now, and who has them on the step-down list: taken and given back.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown, TieService service, KeepApartService apart) : PageModel
{
    [BindProperty]
    public TieKind? Kind { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Tie> Ties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference) => await LoadAsync(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference)
    {
        if (await db.FindSeenAsync(viewer, reference) is not { } person || viewer.Id is not { } me || Kind is not { } kind)
            return NotFound();
        if (Do != "back" && !await apart.MayMeetAsync(Party.Of(person.Id), Party.Of(me)))
            return await RefusedAsync(reference, texts["This does not work for you two. The desk finds somebody else."]);
        var change = Do == "back"
            ? await service.GiveBackAsync(person.Id, me, kind, viewer.Actor)
            : await service.TieAsync(person.Id, me, kind, viewer.Actor);
        if (change is TieChange.Done or TieChange.MineAlready)
        {
            this.MarkSaved(clock.Now);
            return LocalRedirect(Url.Content($"~/people/{person.Reference}/rings"));
        }

        if (change != TieChange.SomebodyElses)
            return NotFound();
        var held = await db.PeerTies.AsNoTracking().FirstOrDefaultAsync(t => t.PersonId == person.Id && t.Kind == kind && t.Until == null);
        var who = held is null ? null : await db.Users.Where(u => u.Id == held.PeerId.Value).Select(u => u.DisplayName).SingleOrDefaultAsync();
        return await RefusedAsync(reference, texts["{0} was a moment faster. Nothing is lost: they ring.", who ?? texts["Somebody else"]]);
    }

    private async Task<IActionResult> RefusedAsync(string reference, string sentence)
    {
        if (!await LoadAsync(reference))
            return NotFound();
        ModelState.AddModelError("", sentence);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(string reference)
    {
        if (await db.FindSeenAsync(viewer, reference) is not { } person)
            return false;
        await shown.AsPageAsync("rings", person.Id);
        Person = person;
        var held = await db.PeerTies.AsNoTracking().Where(t => t.PersonId == person.Id && t.Until == null).ToListAsync();
        // Who left, or is no peer any more, holds nobody: another may take them.
        var peers = held.Count == 0 ? new Dictionary<UserId, string>() : await PeersWhoRing.NamesAsync(db);
        Ties = [.. Enum.GetValues<TieKind>().Select(kind => held.Find(t => t.Kind == kind) is { } tie && peers.TryGetValue(tie.PeerId, out var name) ? new Tie(kind, name, tie.PeerId == viewer.Id) : new Tie(kind, null, false))];
        return true;
    }

    public sealed record Tie(TieKind Kind, string? Name, bool Mine);
}
