using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.MoveCase;

/// <summary>Closes a case: a reason from the group's list, how things are, and what happens to each promise that is open and to each thing still to do.</summary>
[Needs(Permission.ManageCases)]
public sealed class CloseModel(GroupDb db, GroupClock clock, ClosingService closing, Viewer viewer, PersonViews shown, Texts texts, Vault vault) : MoveCasePage(db, clock, viewer, shown, texts)
{
    private const string Keep = "keep";
    private const string Release = "release";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? HowThingsAre { get; set; }

    [BindProperty]
    public List<FateAsked> Fates { get; set; } = [];

    /// <summary>Ticked when the person agreed. Not ticked, nobody is told.</summary>
    [BindProperty]
    public string[] HelpersMayHear { get; set; } = [];

    public IReadOnlyList<Choice> MayHear => [new("yes", T["They agreed"], T["The peers who supported them see how things are now."])];

    public IReadOnlyList<Choice> Reasons { get; private set; } = [];

    private Keepers keepers = null!;

    public IReadOnlyList<Choice> EndsOf(FateAsked fate) =>
    [
        new(Keep, fate.IsTask ? T["It still has to be done"] : T["It still holds"]), new(Release, T["It is not needed any more"]),
        new(Keepers.Anybody, T["Give it to anybody"]), .. keepers.BesidesAnybody.Select(k => k with { Label = T["Give it to {0}", k.Label] }),
    ];

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
        if (!done.SomethingLeft)
            return After(done.Move);
        await LoadAsync();
        ModelState.AddModelError("", T["Somebody promised them something, or noted something to do, a moment ago. Please say what happens to it."]);
        return Mistaken(StatusCodes.Status409Conflict);
    }

    private Fate Read(FateAsked fate, int i)
    {
        var (what, word) = ($"{nameof(Fates)}[{i}].{nameof(fate.What)}", $"{nameof(Fates)}[{i}].{nameof(fate.Word)}");
        Check(word, fate.Word, WrittenText.Note);
        if (fate.What == Release && string.IsNullOrWhiteSpace(fate.Word))
            ModelState.AddModelError(word, T["Please say in a word why it is not needed any more."]);
        if (fate.What is Keep or Release)
            return new Fate(fate.Id, fate.What == Keep ? FateKind.Keep : FateKind.Release, Word: fate.Word);
        if (string.IsNullOrEmpty(fate.What) || keepers.Read(fate.What) is not { } keeper)
        {
            ModelState.AddModelError(what, fate.IsTask ? T["Please say what happens to it."] : T["Please say what happens to this promise."]);
            return new Fate(fate.Id, FateKind.Keep);
        }

        return new Fate(fate.Id, FateKind.Give, keeper.Peer);
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Reasons = (await ListLabels.LoadAsync(Db, GroupList.CloseReason)).Choices(GroupList.CloseReason);
        if (await FindAsync("person/case") is { } answer)
            return answer;
        keepers = await Keepers.ForAsync(HttpContext.RequestServices.Whole(), Viewer, T, Person.Id);
        var promises = await Db.Promises.AsNoTracking().Where(p => p.PersonId == Person.Id && p.State == PromiseState.Open && p.For == null).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).ToListAsync();
        var tasks = await Db.TasksForAsync(Person.Id);
        // What was posted keeps its place; what was kept or done meanwhile asks nothing any more; what is new comes at the end.
        Fates.AddRange(promises.Select(p => p.Id).Concat(tasks.Select(t => t.Id)).Where(id => Fates.TrueForAll(f => f.Id != id)).Select(id => new FateAsked { Id = id }).ToList());
        foreach (var fate in Fates)
        {
            var task = tasks.FirstOrDefault(t => t.Id == fate.Id);
            fate.IsTask = task is not null;
            fate.Label = task is not null ? vault.Open(TaskWriter.What, task.Id, task.What) ?? ""
                : promises.Find(p => p.Id == fate.Id) is { } promise ? T[promise.Visit ? "A visit: {0}" : "A call: {0}", PromiseWords.When(promise, Clock, T)] : T["It was kept meanwhile."];
        }

        return null;
    }

    /// <summary>What the form says of one promise, or of one thing still to do.</summary>
    public sealed class FateAsked
    {
        public Guid Id { get; set; }

        /// <summary>keep, release, anybody, or the id of a peer.</summary>
        public string? What { get; set; }

        public string? Word { get; set; }

        [BindNever]
        public bool IsTask { get; set; }

        [BindNever]
        public string Label { get; set; } = "";
    }
}
