using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.MoveCase;

/// <summary>Closes a case: a reason from the group's list, how things are, and what happens to each promise that is open.</summary>
[Needs(Permission.ManageCases)]
public sealed class CloseModel(GroupDb db, GroupClock clock, ClosingService closing, Viewer viewer, PersonViews shown, Texts texts) : MoveCasePage(db, clock, viewer, shown, texts)
{
    private const string Keep = "keep";
    private const string Release = "release";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? HowThingsAre { get; set; }

    [BindProperty]
    public List<FateOfPromise> Fates { get; set; } = [];

    /// <summary>Ticked when the person agreed. Not ticked, nobody is told.</summary>
    [BindProperty]
    public string[] HelpersMayHear { get; set; } = [];

    public IReadOnlyList<Choice> MayHear => [new("yes", T["They agreed"], T["The peers who supported them see how things are now."])];

    public IReadOnlyList<Choice> Reasons { get; private set; } = [];

    public IReadOnlyList<Choice> Ends { get; private set; } = [];

    private Keepers keepers = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Reasons.All(r => r.Value != Reason))
            ModelState.AddModelError(nameof(Reason), T["Please choose a reason."]);
        Check(nameof(HowThingsAre), HowThingsAre, WrittenText.Note);
        var fates = Fates.Select(Read).ToList();
        if (!ModelState.IsValid)
            return Mistaken();
        var done = await closing.CloseAsync(Person.Id, Day, Reason, HowThingsAre, fates, Viewer.Actor, HelpersMayHear.Contains("yes"));
        if (!done.PromisesLeft)
            return After(done.Move);
        await LoadAsync();
        ModelState.AddModelError("", T["Somebody promised them something a moment ago. Please say what happens to it."]);
        return Mistaken(StatusCodes.Status409Conflict);
    }

    private PromiseFate Read(FateOfPromise fate, int i)
    {
        var (what, word) = ($"{nameof(Fates)}[{i}].{nameof(fate.What)}", $"{nameof(Fates)}[{i}].{nameof(fate.Word)}");
        Check(word, fate.Word, WrittenText.Note);
        if (fate.What == Release && string.IsNullOrWhiteSpace(fate.Word))
            ModelState.AddModelError(word, T["Please say in a word why it is not needed any more."]);
        if (fate.What is Keep or Release)
            return new PromiseFate(fate.Id, fate.What == Keep ? PromiseFateKind.Keep : PromiseFateKind.Release, Word: fate.Word);
        if (string.IsNullOrEmpty(fate.What) || keepers.Read(fate.What) is not { } keeper)
        {
            ModelState.AddModelError(what, T["Please say what happens to this promise."]);
            return new PromiseFate(fate.Id, PromiseFateKind.Keep);
        }

        return new PromiseFate(fate.Id, PromiseFateKind.Give, keeper.Peer);
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Reasons = (await ListLabels.LoadAsync(Db, GroupList.CloseReason)).Choices(GroupList.CloseReason);
        if (await FindAsync("person/case") is { } answer)
            return answer;
        keepers = await Keepers.ReadAsync(Db, Viewer, T);
        Ends = [new(Keep, T["It still holds"]), new(Release, T["It is not needed any more"]), new(Keepers.Anybody, T["Give it to anybody"]), .. keepers.BesidesAnybody.Select(k => k with { Label = T["Give it to {0}", k.Label] })];
        var open = await Db.Promises.AsNoTracking().Where(p => p.PersonId == Person.Id && p.State == PromiseState.Open && p.For == null).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).ToListAsync();
        // What was posted keeps its place; what was kept meanwhile asks nothing any more; what is new comes at the end.
        Fates.AddRange(open.Where(p => Fates.TrueForAll(f => f.Id != p.Id)).Select(p => new FateOfPromise { Id = p.Id }).ToList());
        foreach (var fate in Fates)
            fate.Label = open.Find(p => p.Id == fate.Id) is { } promise ? T[promise.Visit ? "A visit: {0}" : "A call: {0}", PromiseWords.When(promise, Clock, T)] : T["It was kept meanwhile."];
        return null;
    }

    /// <summary>What the form says of one promise.</summary>
    public sealed class FateOfPromise
    {
        public Guid Id { get; set; }

        /// <summary>keep, release, anybody, or the id of a peer.</summary>
        public string? What { get; set; }

        public string? Word { get; set; }

        [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
        public string Label { get; set; } = "";
    }
}
