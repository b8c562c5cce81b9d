using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Give;

/// <summary>Gives somebody to a peer: who is free, who knows them, what they asked for, who would rather not tonight.</summary>
[Needs(Permission.RunDesk)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, DirectingService directing) : PageModel
{
    public const string NotThesePeople = "This does not work for these two. Please choose somebody else.";

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid? Peer { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Promise { get; set; }

    /// <summary>Who has them now, seen and gone over.</summary>
    [BindProperty]
    public bool Instead { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Person Person { get; private set; } = null!;

    public Direction? Held { get; private set; }

    public string? HeldBy { get; private set; }

    public string Asked { get; private set; } = "";

    public IReadOnlyList<Choice> Peers { get; private set; } = [];

    public string NotTonight { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference) => await LoadAsync(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference)
    {
        if (!await LoadAsync(reference))
            return NotFound();
        if (Do == "back")
        {
            if (Held is { } held)
                await directing.TakeBackAsync(held.Id, viewer.Actor);
            return Saved();
        }

        if (Do == "me")
            Peer = viewer.Id?.Value;
        if (Peer is not { } chosen)
            ModelState.AddModelError(nameof(Peer), texts["Please choose who rings."]);
        if (WrittenText.Check(nameof(Note), Note, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        var outcome = await directing.GiveAsync(new Giving(FormId, Person.Id, new UserId(Peer!.Value), Note, Promise: Promise, Instead: Instead), viewer.Actor);
        if (outcome.Result == GiveResult.Given && Do == "me")
            await directing.AcceptAsync(FormId, new UserId(Peer.Value), viewer.Actor);
        return outcome.Result switch
        {
            GiveResult.Given => Saved(),
            GiveResult.NotThisPeer => Refused(nameof(Peer), texts[NotThesePeople]),
            GiveResult.WithSomebody => await BesideAsync(reference, outcome.With!.Value),
            _ => NotFound(),
        };
    }

    private LocalRedirectResult Saved()
    {
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content("~/desk"));
    }

    /// <summary>Two gave the same person at once: the first stands, and the second sees who it was.</summary>
    private async Task<IActionResult> BesideAsync(string reference, UserId with)
    {
        if (!await LoadAsync(reference))
            return NotFound();
        var name = await db.Users.Where(u => u.Id == with.Value).Select(u => u.DisplayName).SingleOrDefaultAsync();
        return Refused("", texts["{0} has them already. Nothing was changed.", name ?? "—"], StatusCodes.Status409Conflict);
    }

    private PageResult Refused(string field, string sentence, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(field, sentence);
        return Again(status);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync(string reference)
    {
        if (await db.FindSeenAsync(viewer, reference) is not { } person)
            return false;
        Person = person;
        await shown.AsPageAsync("desk/give", person.Id);
        Held = await db.DirectionsUnderWay.AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == person.Id);
        HeldBy = Held is { } held ? await db.Users.Where(u => u.Id == held.PeerId.Value).Select(u => u.DisplayName).SingleOrDefaultAsync() : null;
        var could = await WhoCouldRing.ReadAsync(whole, clock, person.Id);
        Peers = PeerChoices.Of(could, clock, texts);
        NotTonight = PeerChoices.NotTonight(could);
        var asked = await AskedForService.Newest(db, person.Id).AsNoTracking().FirstOrDefaultAsync();
        Asked = asked is null ? "" : string.Join(" · ", new[]
        {
            asked.Gender, asked.Language, asked.NotANeighbour ? texts["not a neighbour"] : null, vault.Open(AskedForService.Words, asked.Id, asked.Words),
        }.Where(w => !string.IsNullOrEmpty(w)));
        return true;
    }
}
