using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Consents;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Uses;

/// <summary>What somebody agreed or objected to, use by use, since when, and what they said before.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, ConsentService consents, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public UseOfRecord? Use { get; set; }

    [BindProperty]
    public Answered? Answer { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? How { get; set; }

    public IReadOnlyList<(UseOfRecord Use, Consent? Consent, string? How)> Standing { get; private set; } = [];

    public IReadOnlyList<Consent> Before { get; private set; } = [];

    public IReadOnlyList<Choice> UseChoices => [.. Enum.GetValues<UseOfRecord>().Select(u => new Choice(u.ToString(), UseWords.Of(T, u)))];

    public IReadOnlyList<Choice> AnswerChoices => [new(nameof(Answered.Agrees), T["Yes, they agree"]), new(nameof(Answered.Objects), T["No"])];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Use is null)
            ModelState.AddModelError(nameof(Use), T["Please choose what for."]);
        if (Answer is null)
            ModelState.AddModelError(nameof(Answer), T["Please say yes or no."]);
        if (On > clock.Today)
            ModelState.AddModelError(nameof(On), T["This day has not come yet."]);
        if (WrittenText.Check(nameof(How), How, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Mistaken();
        await consents.SayAsync(FormId == Guid.Empty ? Ids.New() : FormId, Person.Id, Use!.Value, Answer!.Value, On ?? clock.Today, How, Viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(UseOfRecord use)
    {
        if (await LoadAsync() is { } answer)
            return answer;
        await consents.TakeBackAsync(Person.Id, use, Viewer.Actor);
        return Saved();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/uses") is { } answer)
            return answer;
        var all = await Db.Consents.AsNoTracking().Where(c => c.PersonId == Person.Id).OrderByDescending(c => c.NotedAt).ToListAsync();
        Standing = [.. Enum.GetValues<UseOfRecord>().Select(use => (use, all.FirstOrDefault(c => c.Use == use && c.EndedAt is null)))
            .Select(u => (u.use, u.Item2, u.Item2 is { } said ? vault.Open(ConsentSets.How, said.Id, said.How) : null))];
        Before = [.. all.Where(c => c.EndedAt is not null)];
        return null;
    }

    private LocalRedirectResult Saved()
    {
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content(Path + "/uses"));
    }
}
