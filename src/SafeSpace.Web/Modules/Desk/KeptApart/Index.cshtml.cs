using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.KeptApart;

/// <summary>Who must be kept apart, and why: for the supervisor alone.</summary>
[Needs(Permission.LookAfterDesk)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupStore store, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, KeepApartService service) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? OnePerson { get; set; }

    [BindProperty]
    public Guid? OnePeer { get; set; }

    [BindProperty]
    public string? OtherPerson { get; set; }

    [BindProperty]
    public Guid? OtherPeer { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<Pair> Pairs { get; private set; } = [];

    public IReadOnlyList<Choice> Peers { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var one = await SideAsync(nameof(OnePerson), OnePerson, OnePeer);
        var other = await SideAsync(nameof(OtherPerson), OtherPerson, OtherPeer);
        if (one is not null && one == other)
            ModelState.AddModelError(nameof(OtherPerson), texts["These are the same. Please say who the other one is."]);
        if (WrittenText.Check(nameof(Why), Why, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await service.SetAsync(FormId, one!.Value, other!.Value, Why, viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        await service.EndAsync(id, viewer.Actor);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task<Party?> SideAsync(string field, string? reference, Guid? peer)
    {
        if (!string.IsNullOrWhiteSpace(reference))
        {
            var written = References.Read(store.Profile.ReferencePrefix, reference) ?? reference;
            if (await db.FindSeenAsync(viewer, written) is { } person)
                return Party.Of(person.Id);
            ModelState.AddModelError(field, texts["There is nobody with this reference."]);
            return null;
        }

        if (peer is { } account && await db.Users.AnyAsync(u => u.Id == account))
            return Party.Of(new UserId(account));
        ModelState.AddModelError(field, texts["Please write a reference, or choose one of us."]);
        return null;
    }

    private async Task LoadAsync()
    {
        var users = await db.Users.AsNoTracking().OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName, u.RetiredAt }).ToListAsync();
        Peers = [.. users.Where(u => u.RetiredAt == null).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
        var kept = await db.KeptApart.AsNoTracking().Where(k => k.Until == null).OrderByDescending(k => k.From).ToListAsync();
        var ids = kept.Select(k => k.Id).ToList();
        var sides = (await db.KeepApartSides.AsNoTracking().Where(s => ids.Contains(s.KeepApartId)).OrderBy(s => s.Id).ToListAsync()).ToLookup(s => s.KeepApartId);
        var people = sides.SelectMany(s => s).Select(s => s.PersonId).OfType<PersonId>().Distinct().ToList();
        var names = await db.PeopleWithMerged.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await shown.AsPageAsync("desk/keep-apart", [.. names.Keys]);
        // One of two behind a wall: the pair stays kept apart, and is not shown.
        Pairs = [.. kept.Where(k => sides[k.Id].Count() == 2).Select(k => new Pair(k.Id, [.. sides[k.Id].Select(Side)], vault.Open(KeepApartService.Why, k.Id, k.Why), k.From))];

        (string, string?) Side(KeepApartSide side) => side.PersonId is { } person && names.TryGetValue(person, out var found)
            ? (found.FullName.Length > 0 ? found.FullName : found.Reference, found.Reference)
            : (users.Find(u => u.Id == side.UserId?.Value)?.DisplayName ?? "—", null);
    }

    public sealed record Pair(Guid Id, IReadOnlyList<(string Name, string? Reference)> Sides, string? Why, DateTime From);
}
