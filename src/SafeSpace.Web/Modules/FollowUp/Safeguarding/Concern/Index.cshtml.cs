using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.FollowUp.Safeguarding.Concern;

/// <summary>One concern: who was told, what they answered, and its end. Seen by supervisors and by whoever raised it; anybody else is not told that it exists.</summary>
[Needs(Permission.RaiseConcern)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, ConcernService concerns, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public LocalMoment? When { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? HowItEnded { get; set; }

    public Core.FollowUp.Safeguarding.Concern Concern { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public string? What { get; private set; }

    public string? PersonWants { get; private set; }

    public string? Outcome { get; private set; }

    public IReadOnlyList<ToldRow> Told { get; private set; } = [];

    public Viewer Viewer => viewer;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostToldAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Whom))
            ModelState.AddModelError(nameof(Whom), texts["Please say who was told."]);
        var told = ToldForm.Read(this, clock, texts, Whom, When, DueOn);
        if (!ModelState.IsValid || told is null)
            return Mistaken();
        return Saved(await concerns.ToldAsync(FormId == Guid.Empty ? Ids.New() : FormId, id, told, viewer.Actor));
    }

    public async Task<IActionResult> OnPostAnsweredAsync(Guid id, Guid told, Guid seen, string? answer)
    {
        if (!await LoadAsync(id) || Told.All(t => t.Id != told))
            return NotFound();
        if (string.IsNullOrWhiteSpace(answer))
            ModelState.AddModelError($"answer-{told}", texts["Please write what they answered."]);
        Check("answer", answer);
        return ModelState.IsValid ? Saved(await concerns.AnsweredAsync(told, seen, answer!, viewer.Actor)) : Mistaken();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id)
    {
        if (!viewer.May(Permission.SeeConcerns) || !await LoadAsync(id))
            return NotFound();
        if (string.IsNullOrWhiteSpace(HowItEnded))
            ModelState.AddModelError(nameof(HowItEnded), texts["Please write how it ended."]);
        Check(nameof(HowItEnded), HowItEnded);
        return ModelState.IsValid ? Saved(await concerns.CloseAsync(id, Version, HowItEnded!, viewer.Actor)) : Mistaken();
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id) =>
        viewer.May(Permission.SeeConcerns) && await LoadAsync(id) ? Saved(await concerns.OpenAgainAsync(id, Version, viewer.Actor)) : NotFound();

    private void Check(string field, string? words)
    {
        if (WrittenText.Check(field, words, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
    }

    private IActionResult Saved(bool done)
    {
        if (!done)
            return NotFound();
        this.MarkSaved(clock.Now);
        return RedirectToPage(new { id = Concern.Id });
    }

    private PageResult Mistaken()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await ConcernService.SeenBy(db, viewer).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } concern
            || await db.PeopleWithMerged.AsNoTracking().SingleOrDefaultAsync(p => p.Id == concern.PersonId) is not { } person)
            return false;
        await shown.AsPageAsync("concern", person.Id);
        (Concern, Person) = (concern, person);
        if (HttpMethods.IsGet(Request.Method))
            Version = concern.Version;
        (What, PersonWants, Outcome) = (vault.Open(ConcernWords.What, id, concern.What), vault.Open(ConcernWords.PersonWants, id, concern.PersonWants), vault.Open(ConcernWords.Outcome, id, concern.Outcome));
        var told = await db.ConcernsTold.AsNoTracking().Where(t => t.ConcernId == id).OrderBy(t => t.ToldAt).ToListAsync();
        Told = [.. told.Select(t => new ToldRow(
            t.Id, t.Version, vault.Open(ConcernWords.Whom, t.Id, t.Whom) ?? "", t.ToldAt, t.AnswerDueOn, vault.Open(ConcernWords.Answer, t.Id, t.Answer), t.AnsweredAt is null && t.AnswerDueOn < clock.Today))];
        return true;
    }

    public sealed record ToldRow(Guid Id, Guid Version, string Whom, DateTime At, DateOnly? DueOn, string? Answer, bool Late);
}
