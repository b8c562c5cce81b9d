using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.OnPaper;

/// <summary>What was done on paper while the app was away, typed in afterwards with its own times: many lines at once, all or none.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupStore store, PaperReader reader, LogService log, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int LinesOffered = 6, MostLines = 40;
    private const string SavedLines = "paper-saved";

    [BindProperty]
    public Guid FormId { get; set; }

    /// <summary>The day of the first line.</summary>
    [BindProperty]
    public DateOnly? Day { get; set; }

    /// <summary>Whose calls they were; null is who is signed in.</summary>
    [BindProperty]
    public Guid? Peer { get; set; }

    [BindProperty]
    public List<PaperLine> Lines { get; set; } = [];

    public IReadOnlyList<Choice> Kinds => KindWords.Choices(texts);

    public IReadOnlyList<Choice> KeepsChoice => [new("True", texts["Yes, this was the promised one"])];

    public IReadOnlyList<Choice> Peers { get; private set; } = [];

    /// <summary>What the post before saved, in words without names.</summary>
    public IReadOnlyList<string> Saved => TempData[SavedLines] is string said ? said.Split('\n') : [];

    public async Task OnGetAsync()
    {
        Day = store.Clock.Today;
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (FormId == Guid.Empty)
            FormId = Ids.New();
        if (Day is null && ModelState.IsValid)
            ModelState.AddModelError(nameof(Day), texts["Please say which day."]);
        if (Peer is { } chosen && Peers.All(p => p.Value != chosen.ToString()))
            ModelState.AddModelError(nameof(Peer), texts["Please choose somebody from the list."]);
        if (Lines.All(l => l.IsEmpty))
            ModelState.AddModelError("Lines[0].Who", texts["Please fill in one line at least."]);
        var contacts = await reader.ReadAsync(FormId, Day ?? store.Clock.Today, Peer is { } id ? new UserId(id) : null, Lines, ModelState);
        await shown.AsPageAsync("log/paper", [.. reader.Shown]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        foreach (var one in contacts)
            await log.LogAsync(one.Contact, viewer.Actor, one.Keeps);
        this.MarkSaved(store.Clock.Now);
        TempData[SavedLines] = string.Join('\n', contacts.Select(c => $"{Spoken.Moment(store.Clock.ToLocal(c.Contact.At!.Value), store.Clock.Today)}: {texts[KindWords.Of(c.Contact.Kind)]}, {c.Person.Reference}"));
        return RedirectToPage();
    }

    private async Task LoadAsync()
    {
        if (HttpMethods.IsGet(Request.Method))
            await shown.AsPageAsync("log/paper"); // an empty form shows nobody
        if (Lines.Count > MostLines)
            Lines.RemoveRange(MostLines, Lines.Count - MostLines);
        while (Lines.Count < LinesOffered)
            Lines.Add(new PaperLine());
        if (!viewer.May(Permission.SeeDiary))
            return;
        var roles = new[] { Role.Peer, Role.Facilitator, Role.Supervisor };
        var ids = (await db.UserRoles.AsNoTracking().Where(r => roles.Contains(r.Role)).Select(r => r.UserId).ToListAsync()).ToHashSet();
        var all = await db.Users.AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        Peers = [.. all.Where(u => ids.Contains(new UserId(u.Id))).OrderByDescending(u => u.Id == viewer.Id?.Value)
            .Select(u => new Choice(u.Id.ToString(), u.Id == viewer.Id?.Value ? texts["{0} (me)", u.DisplayName] : u.DisplayName))];
    }
}
