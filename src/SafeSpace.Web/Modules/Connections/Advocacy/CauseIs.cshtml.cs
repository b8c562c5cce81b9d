using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

/// <summary>One thing we fight for: deadlines, papers still missing, and what came of it.</summary>
[Needs(Permission.SeePeople)]
public sealed class CauseModel(DoorTools tools, AdvocacyService advocacy, Core.Data.GroupStore store) : CausePage(tools)
{
    public string? Kind => Labels.Of(GroupList.CauseKind, Cause.Kind);

    public string? Outcome => Labels.Of(GroupList.CauseOutcome, Cause.Outcome);

    public string? Worth => Cause.WorthPence is { } pence ? Money.Say(pence, store.Profile.Currency) : null;

    public string? EndWords { get; private set; }

    public string? WorthWords { get; private set; }

    public string? Next { get; private set; }

    public DateOnly Begun => Clock.DayOf(Cause.BegunAt);

    public DateOnly Today => Clock.Today;

    public bool Logs => Viewer.May(Permission.LogContacts);

    public IReadOnlyList<Row> Deadlines { get; private set; } = [];

    public IReadOnlyList<TaskLine> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync(open: false) is { } answer)
            return answer;
        (EndWords, WorthWords, Next) = (Unsealed(CauseWords.Outcome, Id, Cause.OutcomeWords), Unsealed(CauseWords.Worth, Id, Cause.WorthWords), await NextWordsAsync(Id));
        Deadlines = [.. (await Db.CauseDeadlines.AsNoTracking().Where(d => d.CauseId == Id && d.TakenBackAt == null).OrderBy(d => d.DueOn).ToListAsync()).Select(d => new Row(d, Unsealed(CauseWords.Deadline, d.Id, d.What) ?? "", d.MetOn is null && d.DueOn < Today))];
        var papers = await Db.SupportTasks.AsNoTracking().Where(t => t.ForId == Id && t.State == TaskState.Open).OrderBy(t => t.MadeAt).ToListAsync();
        Papers = TaskLine.Open(Tools.Vault, papers, Keepers, T["somebody who left"]);
        return Page();
    }

    public Task<IActionResult> OnPostMetAsync(Guid deadline, Guid seen) => OnDeadlineAsync(deadline, () => advocacy.MetAsync(deadline, seen, Viewer.Actor));

    public Task<IActionResult> OnPostNotMetAsync(Guid deadline, Guid seen) => OnDeadlineAsync(deadline, () => advocacy.NotMetAsync(deadline, seen, Viewer.Actor));

    public Task<IActionResult> OnPostOffAsync(Guid deadline, Guid seen) => OnDeadlineAsync(deadline, () => advocacy.NoDeadlineAsync(deadline, seen, Viewer.Actor));

    private async Task<IActionResult> OnDeadlineAsync(Guid deadline, Func<Task<Core.Connections.DoorChange>> change) =>
        Logs && await LoadAsync() is null && await Db.CauseDeadlines.AnyAsync(d => d.Id == deadline && d.CauseId == Id) ? Answer(await change(), Back) : NotFound();

    public sealed record Row(CauseDeadline Deadline, string What, bool Late);
}
