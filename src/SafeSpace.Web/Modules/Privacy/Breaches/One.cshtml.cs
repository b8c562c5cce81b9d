using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Privacy.Breaches;

/// <summary>One entry: its clock, the authority, who was told, what was learned.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class OneModel(GroupDb db, GroupClock clock, Vault vault, BreachService breaches, Viewer viewer, Texts texts) : BreachForm(clock, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public DateOnly? ToldOn { get; set; }

    [BindProperty]
    public string? ToldAt { get; set; }

    [BindProperty]
    public string? AuthorityReference { get; set; }

    [BindProperty]
    public string? NotToldWhy { get; set; }

    [BindProperty]
    public string? Learned { get; set; }

    [BindProperty]
    public string? WhomTold { get; set; }

    public Breach Breach { get; private set; } = null!;

    public string? Authority { get; private set; }

    public IReadOnlyList<ToldRow> Told { get; private set; } = [];

    public string ClockWords => IndexModel.ClockOf(Breach, GroupTime.Now, T);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var known = KnownAt ?? Breach.KnownAt;
        CheckFields(known);
        foreach (var (field, words, fits) in new[] { (nameof(AuthorityReference), AuthorityReference, WrittenText.Line), (nameof(NotToldWhy), NotToldWhy, WrittenText.Note), (nameof(Learned), Learned, WrittenText.Note) })
            Check(field, words, fits);
        var told = ToldMoment();
        if (told > GroupTime.Now)
            ModelState.AddModelError(nameof(ToldOn), T["This has not come yet."]);
        if (!ModelState.IsValid)
            return Mistaken();
        await breaches.ChangeAsync(Id, Version, new BreachDetails(known, HappenedOn, What!, Whom, People, Risk ?? Breach.Risk, told, AuthorityReference, NotToldWhy, Learned), viewer.Actor);
        return Saved(Id);
    }

    public async Task<IActionResult> OnPostToldAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (string.IsNullOrWhiteSpace(WhomTold))
            ModelState.AddModelError(nameof(WhomTold), T["Please say who was told."]);
        Check(nameof(WhomTold), WhomTold, WrittenText.Line);
        if (!ModelState.IsValid)
        {
            Fill();
            return Mistaken();
        }

        await breaches.ToldAsync(FormId == Guid.Empty ? Ids.New() : FormId, Id, WhomTold!, null, viewer.Actor);
        return Saved(Id);
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        await breaches.CloseAsync(Id, viewer.Actor);
        return Saved(Id);
    }

    private DateTime? ToldMoment()
    {
        if (ToldOn is not { } day)
            return null;
        if (string.IsNullOrWhiteSpace(ToldAt))
            return day == GroupTime.Today ? GroupTime.Now : GroupTime.StartOf(day).AddHours(12);
        if (TimeText.TryParse(ToldAt, out var time))
            return GroupTime.ToUtc(new LocalMoment(day, time));
        ModelState.AddModelError(nameof(ToldAt), T["Please write a time, like 14:30."]);
        return null;
    }

    private async Task<bool> LoadAsync()
    {
        if (await db.Breaches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == Id) is not { } breach)
            return false;
        Breach = breach;
        Authority = (await AccessRequestService.SettingsAsync(db)).Authority;
        Told = [.. (await db.BreachesTold.AsNoTracking().Where(t => t.BreachId == Id).OrderBy(t => t.At).ToListAsync()).Select(t => new ToldRow(vault.Open(BreachSets.Told, t.Id, t.Whom) ?? "", t.ByName, t.At))];
        return true;
    }

    private void Fill()
    {
        Version = Breach.Version;
        (What, Whom, NotToldWhy, Learned) = (Open(BreachSets.What, Breach.What), Open(BreachSets.Whom, Breach.Whom), Open(BreachSets.NotToldWhy, Breach.NotToldWhy), Open(BreachSets.Learned, Breach.Learned));
        (HappenedOn, People, Risk, AuthorityReference) = (Breach.HappenedOn, Breach.People, Breach.Risk, Breach.AuthorityReference);
        Known = LocalMoment.From(GroupTime.ToLocal(Breach.KnownAt));
        if (Breach.AuthorityToldAt is { } told)
            (ToldOn, ToldAt) = (GroupTime.DayOf(told), GroupTime.ToLocal(told).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    private string? Open(string column, Sealed? words) => vault.Open(column, Id, words);

    public sealed record ToldRow(string Whom, string By, DateTime At);
}
