using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Privacy.Retention;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Keeping;

/// <summary>How long each kind of record is kept, whose time is up, and who must be kept.</summary>
[Needs(Permission.KeepPrivacy)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, RetentionService retention, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int Most = 50, LongestMonths = 1200;

    [BindProperty]
    public KindOfRecord? Kind { get; set; }

    [BindProperty]
    public int? Months { get; set; }

    [BindProperty]
    public string? AgreedBy { get; set; }

    [BindProperty]
    public DateOnly? AgreedOn { get; set; }

    public IReadOnlyList<KeptFor> Rules { get; private set; } = [];

    public IReadOnlyList<DueForReview> Due { get; private set; } = [];

    public IReadOnlyList<HeldRow> Held { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<KindOfRecord>().Select(k => new Choice(k.ToString(), UseWords.Of(texts, k)))];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Kind is null)
            ModelState.AddModelError(nameof(Kind), texts["Please choose which records."]);
        if (Months is null or < 1 or > LongestMonths && ModelState[nameof(Months)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(Months), texts["Please write a number of months, from 1 to {0}.", LongestMonths]);
        if (string.IsNullOrWhiteSpace(AgreedBy))
            ModelState.AddModelError(nameof(AgreedBy), texts["Please say who agreed."]);
        if (AgreedOn > clock.Today)
            ModelState.AddModelError(nameof(AgreedOn), texts["This day has not come yet."]);
        if (WrittenText.Check(nameof(AgreedBy), AgreedBy, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await LoadAsync();
            return Page();
        }

        var seen = (await RetentionService.RulesAsync(db)).Single(r => r.Kind == Kind).Rule?.Version;
        await retention.AgreeAsync(Kind!.Value, Months!.Value, AgreedBy!, AgreedOn ?? clock.Today, seen, viewer.Actor);
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task LoadAsync()
    {
        Rules = await RetentionService.RulesAsync(db);
        Due = await RetentionService.DueAsync(db, clock, Most);
        var holds = await db.LegalHolds.AsNoTracking().Where(h => h.EndedAt == null).OrderBy(h => h.SetAt).Join(db.PeopleSeenBy(viewer), h => h.PersonId, p => p.Id, (h, p) => new { Hold = h, Person = p }).Take(Most).ToListAsync();
        Held = holds.ConvertAll(h => new HeldRow(PersonNames.Whole(texts, h.Person), h.Person.Reference, h.Hold.SetByName, h.Hold.SetAt));
        await shown.AsPageAsync("keeping", [.. Due.Select(d => d.Person.Id).Concat(holds.Select(h => h.Person.Id)).Distinct()]);
    }

    public sealed record HeldRow(string Name, string Reference, string By, DateTime At);
}
