using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Erase;

/// <summary>Erasing somebody: with a reason, the password again, and what it cannot reach said before.</summary>
[Needs(Permission.KeepPrivacy)]
[EnableRateLimiting(Throttle.Door)]
public sealed class IndexModel(GroupDb db, GroupStore store, ErasureService erasing, AccountService accounts, IOptions<CopyPlan> copies, Viewer viewer, PersonViews shown, Texts texts)
    : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public ErasureWay? Way { get; set; }

    [BindProperty]
    public ErasureAsked? Asked { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    public IReadOnlyList<Hindrance> Hindrances { get; private set; } = [];

    public DateOnly? CopiesUntil => copies.Value.Nightly && !store.Profile.IsDemonstration ? copies.Value.GoneBy(store.Clock.Today) : null;

    public IReadOnlyList<Choice> Ways => [.. Enum.GetValues<ErasureWay>().Select(w => new Choice(w.ToString(), PrivacyWords.Of(T, w)))];

    public IReadOnlyList<Choice> Reasons => [.. Enum.GetValues<ErasureAsked>().Where(a => a != ErasureAsked.AfterRestore).Select(a => new Choice(a.ToString(), PrivacyWords.Of(T, a)))];

    public IReadOnlyList<Choice> SureChoice => [new("True", T["Yes. I know that it cannot be taken back."])];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Hindrances.Count > 0)
            return Mistaken(StatusCodes.Status409Conflict);
        if (Way is null)
            ModelState.AddModelError(nameof(Way), T["Please choose what is erased."]);
        if (Asked is null or ErasureAsked.AfterRestore)
            ModelState.AddModelError(nameof(Asked), T["Please choose why."]);
        CheckWords(nameof(How), How);
        CheckWords(nameof(Why), Why);
        if (!Sure)
            ModelState.AddModelError(nameof(Sure), T["Please say that you are sure. Nothing has been erased yet."]);
        var me = await Db.Users.AsNoTracking().SingleAsync(u => u.Id == Viewer.Id!.Value.Value);
        if (!accounts.IsPassword(me, CurrentPassword))
            ModelState.AddModelError(nameof(CurrentPassword), T["This is not your password."]);
        if (!ModelState.IsValid)
            return Mistaken();
        var erased = await erasing.EraseAsync(Person.Id, new ErasureDetails(Way!.Value, Asked!.Value, Why, How), Viewer.Actor);
        if (!erased.IsDone)
        {
            Hindrances = erased.Hindrances;
            return Hindrances.Count > 0 ? Mistaken(StatusCodes.Status409Conflict) : NotFound();
        }

        this.MarkSaved(store.Clock.Now);
        return LocalRedirect(Url.Content("~/privacy/erasures"));
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/erase") is { } answer)
            return answer;
        Hindrances = await StillOpen.OfAsync(Db, await ErasureService.RecordsAsync(Db, Person.Id));
        return null;
    }

    /// <summary>These words outlive the record: a name in them would undo the whole.</summary>
    private void CheckWords(string field, string? words)
    {
        if (WrittenText.Check(field, words, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        var names = new[] { Person.GivenName, Person.Surname, Person.KnownAs, Person.Reference }.Where(n => n is { Length: > 2 });
        if (words is not null && names.Any(n => words.Contains(n!, StringComparison.CurrentCultureIgnoreCase)))
            ModelState.AddModelError(field, T["Please name nobody here: these words stay when the record is gone."]);
    }
}
