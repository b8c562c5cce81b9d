using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.Died;

/// <summary>Somebody has died: said once and confirmed, who was told, and taken back when it was a mistake.</summary>
[Needs(Permission.SayDied)]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, DeathService deaths, Viewer viewer, PersonViews shown, Texts texts)
    : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public string? ToldBy { get; set; }

    /// <summary>Null is now.</summary>
    [BindProperty]
    public LocalMoment? When { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Death? Death { get; private set; }

    public string? SaidWords { get; private set; }

    public int Stopped { get; private set; }

    public IReadOnlyList<ToldRow> Told { get; private set; } = [];

    public IReadOnlyList<Choice> SureChoice => [new("True", T["Yes, I was told, and I am sure whom it is about."])];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (!Sure)
            ModelState.AddModelError(nameof(Sure), T["Please say that you are sure. Nothing has been stopped yet."]);
        if (On > clock.Today)
            ModelState.AddModelError(nameof(On), T["This day has not come yet."]);
        Check(nameof(Words), Words, WrittenText.Note);
        if (!ModelState.IsValid)
            return Mistaken();
        await deaths.SayAsync(Person.Id, new DeathDetails(On, Words), Viewer.Actor, FormId == Guid.Empty ? null : FormId);
        return Saved();
    }

    public async Task<IActionResult> OnPostToldAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (string.IsNullOrWhiteSpace(Whom))
            ModelState.AddModelError(nameof(Whom), T["Please say who was told."]);
        Check(nameof(Whom), Whom, WrittenText.Line);
        Check(nameof(ToldBy), ToldBy, WrittenText.Line);
        var at = When is { } when ? clock.ToUtc(when) : (DateTime?)null;
        if (at > clock.Now)
            ModelState.AddModelError(nameof(When), T["This time has not come yet."]);
        if (!ModelState.IsValid)
            return Mistaken();
        await deaths.ToldAsync(FormId == Guid.Empty ? Ids.New() : FormId, Person.Id, Whom!, ToldBy, at, Viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostMistakeAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Check(nameof(Why), Why, WrittenText.Note);
        if (!ModelState.IsValid)
            return Mistaken();
        await deaths.TakeBackAsync(Person.Id, Why, Viewer.Actor);
        this.MarkSaved(clock.Now);
        return ToPerson();
    }

    private LocalRedirectResult Saved()
    {
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content(Path + "/died"));
    }

    private void Check(string field, string? words, int fits)
    {
        if (WrittenText.Check(field, words, fits) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/died") is { } answer)
            return answer;
        if (Person.DiedAt is null || await DeathService.StandingAsync(Db, Person.Id) is not { } death)
            return null;
        Death = death;
        SaidWords = vault.Open(DiedWords.Words, death.Id, death.Words);
        Stopped = await Db.StoppedRows.CountAsync(s => s.DeathId == death.Id);
        var told = await Db.DeathsTold.AsNoTracking().Where(t => t.DeathId == death.Id).OrderBy(t => t.ToldAt).ToListAsync();
        Told = [.. told.Select(t => new ToldRow(vault.Open(DiedWords.Whom, t.Id, t.Whom) ?? "", t.ToldBy, t.ToldAt))];
        return null;
    }

    public sealed record ToldRow(string Whom, string By, DateTime At);
}
