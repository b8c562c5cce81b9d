using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Privacy.Retention;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Privacy.OfPerson;

/// <summary>One record: must it be kept, is it kept longer, did they ask what we hold.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, RetentionService retention, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? HoldReason { get; set; }

    [BindProperty]
    public string? EndWhy { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? LongerWhy { get; set; }

    public LegalHold? Hold { get; private set; }

    public string? HoldWhy { get; private set; }

    public IReadOnlyList<KeptRow> Kept { get; private set; } = [];

    public IReadOnlyList<AccessRequest> Requests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostHoldAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Need(nameof(HoldReason), HoldReason, "Please say why it must be kept.", WrittenText.Note);
        if (!ModelState.IsValid)
            return Mistaken();
        await retention.HoldAsync(FormId == Guid.Empty ? Ids.New() : FormId, Person.Id, HoldReason!, Viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostEndHoldAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Check(nameof(EndWhy), EndWhy, WrittenText.Line);
        if (!ModelState.IsValid)
            return Mistaken();
        await retention.EndHoldAsync(Person.Id, EndWhy, Viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostLongerAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Until is null && ModelState[nameof(Until)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(Until), T["Please write the day."]);
        if (Until <= clock.Today)
            ModelState.AddModelError(nameof(Until), T["This day is over already. Please write a later one."]);
        Need(nameof(LongerWhy), LongerWhy, "Please say why it is kept longer.", WrittenText.Line);
        if (!ModelState.IsValid)
            return Mistaken();
        await retention.KeepLongerAsync(FormId == Guid.Empty ? Ids.New() : FormId, Person.Id, Until!.Value, LongerWhy!, Viewer.Actor);
        return Saved();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/privacy") is { } answer)
            return answer;
        Hold = await Db.LegalHolds.AsNoTracking().FirstOrDefaultAsync(h => h.PersonId == Person.Id && h.EndedAt == null);
        HoldWhy = Hold is { } hold ? vault.Open(RetentionSets.HoldWhy, hold.Id, hold.Why) : null;
        Kept = [.. (await Db.KeptLonger.AsNoTracking().Where(k => k.PersonId == Person.Id).OrderByDescending(k => k.At).ToListAsync()).Select(k => new KeptRow(k.Until, vault.Open(RetentionSets.KeptWhy, k.Id, k.Why), k.ByName, k.At))];
        Requests = await Db.AccessRequests.AsNoTracking().Where(r => r.PersonId == Person.Id).OrderByDescending(r => r.ReceivedOn).ToListAsync();
        return null;
    }

    private void Need(string field, string? words, string sentence, int fits)
    {
        if (string.IsNullOrWhiteSpace(words))
            ModelState.AddModelError(field, T[sentence]);
        Check(field, words, fits);
    }

    private void Check(string field, string? words, int fits)
    {
        if (WrittenText.Check(field, words, fits) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
    }

    private LocalRedirectResult Saved()
    {
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content(Path + "/privacy"));
    }

    public sealed record KeptRow(DateOnly Until, string? Why, string By, DateTime At);
}
