using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.LogContact;

/// <summary>What the log of a contact asks beyond the diary entry: all of it may be left, and all of it is saved with the one button.</summary>
public abstract class CallForm(GroupDb db, GroupClock clock, Viewer viewer, Texts texts) : ContactForm(db, clock, viewer, texts)
{
    [BindProperty]
    public bool KeepsPromise { get; set; }

    /// <summary>Promises of other peers that were kept with it.</summary>
    [BindProperty]
    public Guid[] AlsoKeeps { get; set; } = [];

    /// <summary>In how many days; 0 is no promise.</summary>
    [BindProperty]
    public int Next { get; set; }

    [BindProperty]
    public DateOnly? PromiseOn { get; set; }

    [BindProperty]
    public string? PromiseTime { get; set; }

    /// <summary>Empty is who logs, "anybody", or the id of a peer.</summary>
    [BindProperty]
    public string? PromiseBy { get; set; }

    [BindProperty]
    public bool PromiseVisit { get; set; }

    [BindProperty]
    public PromiseAsked? PromiseAsked { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public int? MoodBefore { get; set; }

    [BindProperty]
    public int? MoodAfter { get; set; }

    /// <summary>One thing on each line.</summary>
    [BindProperty]
    public string? Needs { get; set; }

    [BindProperty]
    public string? NeedsBy { get; set; }

    [BindProperty]
    public DateOnly? NeedsOn { get; set; }

    [BindProperty]
    public bool Hard { get; set; }

    public bool AsksMood { get; private set; }

    public Keepers Keepers { get; private set; } = null!;

    public IReadOnlyList<Choice> NextChoices => [new("0", T["No"]), new("1", T["Tomorrow"]), new("2", T["In 2 days"]), new("7", T["Next week"])];

    public IReadOnlyList<Choice> Ways => [new("False", T["A call"]), new("True", T["A visit"])];

    public IReadOnlyList<Choice> Askers =>
        [new("", T["Not noted"]), new(nameof(Core.FollowUp.PromiseAsked.ThePerson), T["They asked"]), new(nameof(Core.FollowUp.PromiseAsked.Family), T["Family asked"]), new(nameof(Core.FollowUp.PromiseAsked.WeOffered), T["We offered"])];

    public IReadOnlyList<Choice> Moods => MoodWords.Choices(T);

    public IReadOnlyList<Choice> HardChoice => [new("True", T["This was a hard call for me"], T["A talk about it is offered. Only you see this mark."])];

    public bool PromiseIsOpen => PromiseOn is not null || PromiseTime is not null || PromiseVisit || PromiseBy is not null || HasMistake(nameof(PromiseOn)) || HasMistake(nameof(PromiseTime)) || HasMistake(nameof(PromiseBy));

    public bool MoreIsOpen => Agreed is not null || Needs is not null || Hard || HasMistake(nameof(Agreed)) || HasMistake(nameof(Needs)) || HasMistake(nameof(NeedsOn)) || HasMistake(nameof(NeedsBy));

    /// <summary>What can be given in the same tap, from where it usually comes; empty for who gives nothing.</summary>
    public IReadOnlyList<Choice> Gifts { get; private set; } = [];

    /// <summary>Code of what they get; empty is nothing.</summary>
    [BindProperty]
    public string? Gift { get; set; } = "";

    protected async Task LoadMoreAsync(PersonId person)
    {
        Gifts = Viewer.May(Permission.GiveHelp) ? [new("", T["Nothing"]), .. (await HelpChoices.ReadAsync(Db, Clock.Today, T)).Items] : [];
        AsksMood = (await FollowUpSettings.ReadAsync(Db)).AsksMood;
        // Asked where somebody may be chosen, and where something is promised or to be done: the save of a plain call asks nothing more.
        var chooses = HttpMethods.IsGet(Request.Method) || Next > 0 || PromiseOn is not null || !string.IsNullOrEmpty(PromiseTime) || !string.IsNullOrEmpty(PromiseBy) || !string.IsNullOrEmpty(NeedsBy);
        Keepers = chooses ? await Keepers.ForAsync(HttpContext.RequestServices.Whole(), Viewer, T, person) : await Keepers.ReadAsync(Db, Viewer, T);
    }

    /// <summary>The diary entry with what was agreed, how they felt and whether it was hard.</summary>
    protected ContactDetails? WithMore(ContactDetails? contact)
    {
        if (contact is null)
            return null;
        var whole = contact with { Agreed = Agreed, MoodBefore = AsksMood ? MoodBefore : null, MoodAfter = AsksMood ? MoodAfter : null };
        foreach (var mistake in ContactRules.Check(whole, Clock.Now))
            ModelState.AddModelError(mistake is ContactMistake.NoSuchMood ? nameof(MoodBefore) : nameof(Agreed), T[mistake.Sentence()]);
        return ModelState.IsValid ? whole : null;
    }

    protected LogMore ReadMore()
    {
        var lines = (Needs ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > 20 || lines.Any(l => l.Length > 2000))
            ModelState.AddModelError(nameof(Needs), T["These are too many things for one call: at most 20, each at most 2,000 letters."]);
        if (NeedsOn < Clock.Today)
            ModelState.AddModelError(nameof(NeedsOn), T["This day is over. Please pick today or later."]);
        return new LogMore
        {
            AlsoKeeps = AlsoKeeps,
            Hard = Hard,
            NextBy = !string.IsNullOrEmpty(PromiseBy) ? Keeper(PromiseBy, nameof(PromiseBy)) : Keepers.MayI ? null : new PromiseKeeper(null),
            Tasks = [.. lines.Select(line => new TaskDetails(line, string.IsNullOrEmpty(NeedsBy) ? null : Keeper(NeedsBy, nameof(NeedsBy)).Peer, NeedsOn))],
        };
    }

    /// <summary>A picked day goes before a button; a time alone goes with the button, or means today.</summary>
    protected PromiseDetails? ReadPromise()
    {
        if (Next is not (0 or 1 or 2 or 7))
            ModelState.AddModelError(nameof(Next), T["Please choose a day."]);
        var time = this.ReadTime(nameof(PromiseTime), PromiseTime, T);
        var on = PromiseOn ?? (Next > 0 ? Clock.Today.AddDays(Next) : time is null ? null : Clock.Today);
        if (on is not { } day)
            return null;
        this.CheckPromised(nameof(PromiseOn), nameof(PromiseTime), day, time, Clock, T);
        return ModelState.IsValid ? new PromiseDetails(day, time, PromiseVisit, PromiseAsked) : null;
    }

    /// <summary>Gives what was tapped with the call. The call is saved already: what cannot be given as usual is asked about on its own page.</summary>
    protected async Task<(bool Given, string Label, QueryString Query)?> GiveWithCallAsync(HelpService help, ContactDetails contact)
    {
        if (Gifts.FirstOrDefault(g => g.Value == Gift) is not { Value.Length: > 0 } gift || contact.PersonId is not { } person)
            return null;
        // The call's own id: the same form sent twice gives once.
        var outcome = await help.GiveAsync(new HelpDetails { Id = contact.Id.Value, Person = person, Item = gift.Value, Contact = contact.Id.Value }, Viewer.Actor);
        return (outcome.Result is HelpResult.Done or HelpResult.DoneBefore, gift.Label, new QueryString().Add("item", gift.Value).Add("contact", contact.Id.Value.ToString()).Add("asked", "True"));
    }

    private PromiseKeeper Keeper(string chosen, string field)
    {
        if (Keepers.Read(chosen) is { } keeper)
            return keeper;
        ModelState.AddModelError(field, T["Please choose somebody from the list."]);
        return default;
    }

    private bool HasMistake(string field) => ModelState[field]?.Errors.Count > 0;
}
