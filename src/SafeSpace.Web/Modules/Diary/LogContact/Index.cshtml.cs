using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.LogContact;

/// <summary>Log a contact with somebody known: what it was, and save. Everything else may be left.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, LogService log)
    : ContactForm(db, clock, viewer, texts)
{
    [BindProperty]
    public bool KeepsPromise { get; set; }

    /// <summary>In how many days; 0 is no promise.</summary>
    [BindProperty]
    public int Next { get; set; }

    [BindProperty]
    public DateOnly? PromiseOn { get; set; }

    [BindProperty]
    public string? PromiseTime { get; set; }

    public Person Person { get; private set; } = null!;

    public BeforeRinging Before { get; private set; } = null!;

    public IReadOnlyList<Promise> Due { get; private set; } = [];

    public IReadOnlyList<Choice> Keeps =>
        [new("True", T["Yes, this keeps what was promised: {0}", string.Join(" · ", Due.Select(p => PromiseWords.When(p, Clock, T)))])];

    public IReadOnlyList<Choice> NextChoices => [new("0", T["No"]), new("1", T["Tomorrow"]), new("2", T["In 2 days"]), new("7", T["Next week"])];

    public bool HasPromiseMistake => ModelState[nameof(PromiseOn)]?.Errors.Count > 0 || ModelState[nameof(PromiseTime)]?.Errors.Count > 0;

    public async Task<IActionResult> OnGetAsync(string reference)
    {
        KeepsPromise = true;
        return await LoadAsync(reference) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference)
    {
        if (!await LoadAsync(reference))
            return NotFound();
        var promise = ReadPromise();
        if (Read(Person.Id, When is { } when ? Clock.ToUtc(when) : null, Viewer.Id, Viewer.Name) is not { } contact)
            return Mistaken();
        var outcome = await log.LogAsync(contact, Viewer.Actor, KeepsPromise, promise);
        switch (outcome.Result)
        {
            case LogResult.Logged or LogResult.LoggedBefore:
                this.MarkSaved(Clock.Now, T[KindWords.Of(contact.Kind)]);
                return LocalRedirect(Url.Content(From(Request.Query["from"])));
            case LogResult.NoSuchFamilyMember:
                ModelState.AddModelError(nameof(With), T["Please choose somebody from the list."]);
                return Mistaken();
            default:
                return NotFound();
        }
    }

    private string From(string? page) => page switch
    {
        "person" => $"~/people/{Person.Reference}",
        "diary" => $"~/people/{Person.Reference}/diary",
        _ => "~/mine",
    };

    private async Task<bool> LoadAsync(string reference)
    {
        if (await Db.FindSeenAsync(Viewer, reference) is not { } person)
            return false;
        await shown.AsPageAsync("log", person.Id);
        Person = person;
        Before = await BeforeRinging.ReadAsync(Db, vault, person);
        // Who logs for others sees what any of them promised; the contact keeps only what its own peer did.
        var due = Db.Promises.AsNoTracking().Where(p => p.PersonId == person.Id && p.State == PromiseState.Open && p.DueOn <= Clock.Today);
        Due = await due.Where(p => Viewer.May(Permission.SeeDiary) || p.PeerId == Viewer.Id || p.PeerId == null).OrderBy(p => p.DueOn).ToListAsync();
        await LoadChoicesAsync(person);
        return true;
    }

    /// <summary>A picked day goes before a button; a time alone goes with the button, or means today.</summary>
    private PromiseDetails? ReadPromise()
    {
        TimeOnly? time = null;
        if (!string.IsNullOrWhiteSpace(PromiseTime))
        {
            if (TimeText.TryParse(PromiseTime, out var read))
                time = read;
            else
                ModelState.AddModelError(nameof(PromiseTime), T[MomentModelBinder.TimeSentence]);
        }

        if (Next is not (0 or 1 or 2 or 7))
            ModelState.AddModelError(nameof(Next), T["Please choose a day."]);
        if (PromiseOn < Clock.Today)
            ModelState.AddModelError(nameof(PromiseOn), T["This day is over. Please pick today or later."]);
        if (PromiseOn > Clock.Today.AddYears(2))
            ModelState.AddModelError(nameof(PromiseOn), T["This is more than two years away. Please look at the day."]);
        var on = PromiseOn ?? (Next > 0 ? Clock.Today.AddDays(Next) : time is null ? null : Clock.Today);
        return on is { } day && ModelState.IsValid ? new PromiseDetails(day, time) : null;
    }
}
