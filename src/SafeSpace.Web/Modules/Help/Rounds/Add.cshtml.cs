using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.Help.Shared;

namespace SafeSpace.Web.Modules.Help.Rounds;

/// <summary>Puts somebody on a round: found by name, then what they get.</summary>
[Needs(Permission.PlanRounds)]
[ShowsPeople]
public sealed class AddModel(GroupDb db, GroupClock clock, Viewer viewer, PersonSearch search, PersonViews shown, Texts texts, RoundService rounds) : HelpPage(clock, texts)
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The reference of who was found.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty]
    public string? Item { get; set; } = "food_pack";

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Beyond { get; set; }

    public DeliveryRound Round { get; private set; } = null!;

    public Person? Person { get; private set; }

    public IReadOnlyList<PersonHit> Hits { get; private set; } = [];

    /// <summary>Who was on the last round that is over, and is not on this one.</summary>
    public IReadOnlyList<Person> LastTime { get; private set; } = [];

    /// <summary>How many doors it has already.</summary>
    public int Doors { get; private set; }

    public HelpChoices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (Person is null && string.IsNullOrWhiteSpace(Q))
            LastTime = await OfLastTimeAsync(id);
        else if (Person is null)
            Hits = await search.FindAsync(Q, db.PeopleSeenBy(viewer).Where(p => p.DiedAt == null));
        await shown.AsPageAsync("round/add", Person is { } one ? [one.Id] : [.. Hits.Select(h => h.Id), .. LastTime.Select(p => p.Id)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id) || Person is null)
            return NotFound();
        await shown.AsPageAsync("round/add", Person.Id);
        long? pence = null;
        if (!string.IsNullOrWhiteSpace(Amount) && (pence = MoneyText.Read(Amount, out var why)) is null)
            Wrong(nameof(Amount), HelpWords.NoMoney(why!));
        if (HelpSource.Parse(Source) is not { } source)
        {
            Wrong(nameof(Source), "Please choose from the list.");
            source = default;
        }

        Check(nameof(Beyond), Beyond, WrittenText.Note);
        if (!ModelState.IsValid)
            return Again();
        var outcome = await rounds.PutOnAsync(id, NewId, new HelpDetails { Id = NewId, Person = Person.Id, Item = Item ?? "", Source = source, Pence = pence, Beyond = Beyond }, viewer.May(Permission.ExceedHelp), viewer.Actor);
        if (outcome.Result == RoundChange.Done)
            return Saved($"~/help/rounds/{id}/add", Person.ShortName());
        if (outcome.Help is { } help && HelpWords.Refusal(help, viewer.May(Permission.ExceedHelp), T) is { } refusal)
            ModelState.AddModelError(refusal.Field, refusal.Sentence);
        else
            Wrong("", DoorWords.Refusal(outcome.Result));
        return Again();
    }

    private async Task<IReadOnlyList<Person>> OfLastTimeAsync(Guid id)
    {
        if (await db.DeliveryRounds.AsNoTracking().Where(r => r.DoneAt != null).OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).FirstOrDefaultAsync() is not { } last)
            return [];
        var here = db.DeliveryStops.Where(s => s.RoundId == id && s.State != StopState.CalledOff).Select(s => s.PersonId);
        var then = db.DeliveryStops.Where(s => s.RoundId == last.Id && s.State != StopState.CalledOff).Select(s => s.PersonId);
        return await db.PeopleSeenBy(viewer).AsNoTracking().Where(p => then.Contains(p.Id) && !here.Contains(p.Id) && p.DiedAt == null).OrderBy(p => p.ReferenceNumber).ToListAsync();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.DeliveryRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.DoneAt == null) is not { } round)
            return false;
        Round = round;
        Doors = await db.DeliveryStops.CountAsync(s => s.RoundId == id && s.State != StopState.CalledOff);
        Choices = await HelpChoices.ReadAsync(db, Clock.Today, T);
        Person = await db.FindSeenAsync(viewer, Who) is { DiedAt: null } person ? person : null;
        return string.IsNullOrEmpty(Who) || Person is not null;
    }
}
