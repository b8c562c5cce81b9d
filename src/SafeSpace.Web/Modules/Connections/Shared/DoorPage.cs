using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Shared;

/// <summary>A page about something that goes on for one person. Every form ends with when it is thought of next, and by whom.</summary>
public abstract class DoorPage(DoorTools tools) : PersonPageModel(tools.Db, tools.Viewer, tools.Shown, tools.Texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public DateOnly? NextOn { get; set; }

    [BindProperty]
    public string? NextTime { get; set; }

    /// <summary>Empty leaves it with whoever has it.</summary>
    [BindProperty]
    public string? Keeper { get; set; }

    /// <summary>It is there already, and somebody has it.</summary>
    public virtual bool GoesOn => true;

    public IReadOnlyList<Choice> KeeperChoices => GoesOn ? [new(Keepers.Anybody, T["Anybody"]), .. Keepers.BesidesAnybody] : Keepers.BesidesAnybody;

    public string Name => PersonNames.Whole(T, Person);

    protected DoorTools Tools => tools;

    protected Keepers Keepers { get; private set; } = null!;

    protected GroupClock Clock => tools.Clock;

    protected Guid NewId => FormId == Guid.Empty ? Ids.New() : FormId;

    /// <summary>The step that stands: when, and who has it.</summary>
    protected async Task<string?> NextWordsAsync(Guid id) =>
        await NextSteps.Of(Db, id).AsNoTracking().FirstOrDefaultAsync() is { } step ? $"{Diary.Shared.PromiseWords.When(step, Clock, T)} · {Keepers.Of(step.PeerId) ?? T["anybody"]}" : null;

    /// <summary>Somebody who lives, within what the viewer may see, by reference.</summary>
    protected async Task<IActionResult?> FindLivingAsync(string surface) =>
        await FindAsync(surface) is { } answer ? answer : Person.DiedAt is null ? await LoadKeepersAsync() : NotFound();

    /// <summary>… by the id that a record bears.</summary>
    protected async Task<IActionResult?> FindLivingAsync(string surface, PersonId id) =>
        await FindAsync(surface, id) is { } answer ? answer : Person.DiedAt is null ? await LoadKeepersAsync() : NotFound();

    private async Task<IActionResult?> LoadKeepersAsync()
    {
        Keepers = await Keepers.ForAsync(HttpContext.RequestServices.Whole(), Viewer, T, Person.Id);
        if (HttpMethods.IsGet(Request.Method) && !GoesOn && Keepers.MayI && Viewer.Id is { } me)
            Keeper = me.Value.ToString();
        return null;
    }

    /// <summary>Null when something is wrong, said beside its field.</summary>
    protected NextStep? ReadNext()
    {
        var time = this.ReadTime(nameof(NextTime), NextTime, T);
        var by = string.IsNullOrEmpty(Keeper) && GoesOn ? null : Keepers.Read(Keeper);
        if (by is null && !string.IsNullOrEmpty(Keeper))
            ModelState.AddModelError(nameof(Keeper), T["Please choose somebody from the list."]);
        if (NextOn is not { } day)
        {
            if (ModelState.IsValid || !ModelState.ContainsKey(nameof(NextOn)) || ModelState[nameof(NextOn)]!.Errors.Count == 0)
                ModelState.AddModelError(nameof(NextOn), T["Please say on which day we think of it next: nothing is left without one."]);
            return null;
        }

        this.CheckPromised(nameof(NextOn), nameof(NextTime), day, time, Clock, T);
        return new NextStep(day, time, by);
    }

    /// <summary>Something to do for them: what, by whom, by when.</summary>
    protected TaskDetails? ReadTask(string field, string? what, string dayField, DateOnly? by)
    {
        Need(field, what, "Please write what it is. A word is enough.", WrittenText.Line);
        var keeper = Keepers.Read(Keeper);
        if (keeper is null)
            ModelState.AddModelError(nameof(Keeper), T["Please choose somebody from the list."]);
        if (by < Clock.Today)
            ModelState.AddModelError(dayField, T["This day is over. Please pick today or later."]);
        return ModelState.IsValid ? new TaskDetails(what!, keeper!.Value.Peer, by) : null;
    }

    /// <summary>The words of a field: they must be there (a sentence says so), and fit.</summary>
    protected void Need(string field, string? words, string sentence, int fits = WrittenText.Note)
    {
        if (string.IsNullOrWhiteSpace(words))
            ModelState.AddModelError(field, T[sentence]);
        Check(field, words, fits);
    }

    protected void Check(string field, string? words, int fits = WrittenText.Note)
    {
        if (WrittenText.Check(field, words, fits) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
    }

    /// <summary>An entry of one of the group's lists, or empty.</summary>
    protected void CheckChosen(string field, string? code, IReadOnlyList<Choice> choices, bool needed)
    {
        if (string.IsNullOrEmpty(code) ? needed && choices.Count > 0 : choices.All(c => c.Value != code))
            ModelState.AddModelError(field, T["Please choose one of these."]);
    }

    protected string? Unsealed(string column, Guid row, Core.Data.Sealed? words) => tools.Vault.Open(column, row, words);

    /// <summary>Saved, and back to where it stands; or what stands in the way, in words.</summary>
    protected IActionResult Answer(DoorChange change, string address)
    {
        if (change is DoorChange.NoSuchRow or DoorChange.NoSuchPerson)
            return NotFound();
        if (change != DoorChange.Done)
        {
            ModelState.AddModelError("", T[DoorWords.Of(change)]);
            return Mistaken(change is DoorChange.Taken or DoorChange.NotNow ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
        }

        this.MarkSaved(Clock.Now);
        return LocalRedirect(Url.Content(address));
    }
}

internal static class DoorWords
{
    /// <summary>English; what stands in the way.</summary>
    public static string Of(DoorChange change) => change switch
    {
        DoorChange.NoSuchPartner => "This entry is not in the directory. Please choose another.",
        DoorChange.PartnerClosed => "This service takes nobody any more. Please choose another.",
        DoorChange.NotNow => "Somebody was here before you: this cannot be said any more as it stands now. Please look again.",
        DoorChange.Taken => "Somebody else took it first. Please choose another.",
        DoorChange.LateNeedsWhy => "This offer comes later than it should. Please choose why.",
        DoorChange.KeptApart => "These two must not be brought together. Please choose somebody else.",
        DoorChange.TheyObject => "They said no to our telling other services about them. Ask them first, and note their answer under “What they agreed to”.",
        DoorChange.NoSuchPeer => "Please choose somebody from the list.",
        _ => "This cannot be saved.",
    };
}
