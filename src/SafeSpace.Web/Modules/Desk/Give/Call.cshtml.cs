using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Give;

/// <summary>A call comes in: somebody known is found and given; somebody nobody knows is given by the word they said.</summary>
[Needs(Permission.RunDesk)]
[ShowsPeople]
public sealed class CallModel(GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, PersonSearch search, DirectingService directing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Caller { get; set; }

    [BindProperty]
    public Guid? Peer { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public IReadOnlyList<PersonHit>? Hits { get; private set; }

    public IReadOnlyList<Choice> Peers { get; private set; } = [];

    public Direction? Held { get; private set; }

    /// <summary>Another gave the call to a peer, or saw to it.</summary>
    public bool Gone { get; private set; }

    public async Task<IActionResult> OnGetAsync() => !await LoadAsync() ? NotFound() : Gone ? LocalRedirect(Url.Content("~/desk")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (Do is "back" or "done" && Gone)
            return Saved();
        if (Do is "back" or "done" && Held is { } held)
        {
            await (Do == "back" ? directing.TakeBackAsync(held.Id, viewer.Actor) : directing.CallerSeenToAsync(held.Id, viewer.Actor));
            return Saved();
        }

        if (Peer is null)
            ModelState.AddModelError(nameof(Peer), texts["Please choose who takes the call."]);
        if (WrittenText.Check(nameof(Caller), Caller, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var giving = new Giving(FormId, null, new UserId(Peer!.Value), Caller: Caller);
        var outcome = Gone ? new GiveOutcome(GiveResult.WithSomebody) : Held is { } before ? await directing.GiveCallerAgainAsync(before.Id, giving, viewer.Actor) : await directing.GiveAsync(giving, viewer.Actor);
        if (outcome.Result == GiveResult.Given)
            return Saved();
        if (outcome.Result != GiveResult.WithSomebody)
            return NotFound();
        Gone = true;
        ModelState.AddModelError("", texts["Somebody gave this call to a peer already, or saw to it. Nothing was changed."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private LocalRedirectResult Saved()
    {
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content("~/desk"));
    }

    private async Task<bool> LoadAsync()
    {
        if (Id is { } id)
        {
            Held = await db.Directions.FindAsync(id);
            if (Held is not { PersonId: null })
                return false;
            Gone = Held.State == DirectionState.Done;
            Caller ??= vault.Open(DirectingService.Caller, Held.Id, Held.Caller);
        }

        Hits = string.IsNullOrWhiteSpace(Q) ? null : await search.FindAsync(Q, db.PeopleSeenBy(viewer));
        await shown.AsPageAsync("desk/call", [.. (Hits ?? []).Select(h => h.Id)]);
        Peers = PeerChoices.Of(await WhoCouldRing.ReadAsync(whole, clock, null), clock, texts);
        return true;
    }
}
