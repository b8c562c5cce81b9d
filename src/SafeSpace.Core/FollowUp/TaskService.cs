using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>What somebody says of a task.</summary>
/// <param name="Peer">Who does it; null when anybody may.</param>
/// <param name="By">The day; null when there is no hurry.</param>
public sealed record TaskDetails(string What, UserId? Peer = null, DateOnly? By = null);

public enum TaskChange
{
    Done,
    NoSuchTask,
    NoSuchPerson,

    /// <summary>Somebody did it, or said that it is not needed.</summary>
    EndedAlready,
}

/// <summary>Writes tasks inside a unit of work.</summary>
public static class TaskWriter
{
    public const string What = "support_task.what";

    public const string Outcome = "support_task.outcome";

    public static SupportTask Add(Unit unit, PersonId person, TaskDetails details, Guid? contact = null, Guid? id = null, Guid? forId = null)
    {
        var task = new SupportTask { Id = id ?? Ids.New(), PersonId = person, PeerId = details.Peer, DueOn = details.By, MadeAt = unit.Now, MadeById = unit.By.Id, MadeInContactId = contact, ForId = forId };
        task.What = unit.Seal(person, What, task.Id, details.What.Trim());
        unit.Db.SupportTasks.Add(task);
        return task;
    }

    public static void End(Unit unit, SupportTask task, TaskState how, string? word)
    {
        (task.State, task.EndedAt, task.EndedById) = (how, unit.Now, unit.By.Id);
        task.Outcome = unit.Seal(task.PersonId, Outcome, task.Id, string.IsNullOrWhiteSpace(word) ? null : word.Trim());
    }
}

/// <summary>Things to be done for somebody: noted, changed, done.</summary>
public sealed class TaskService(GroupStore store)
{
    /// <param name="id">The id the form gave: sent twice, it is one task.</param>
    public Task<TaskChange> AddAsync(PersonId person, TaskDetails details, Actor by, Guid id) =>
        store.Write("TaskAdded", by, async unit =>
        {
            if (await unit.Db.SupportTasks.FindAsync(id) is not null)
                return TaskChange.Done;
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
                return TaskChange.NoSuchPerson;
            TaskWriter.Add(unit, standing, details, id: id);
            return TaskChange.Done;
        });

    public Task<TaskChange> ChangeAsync(Guid id, Guid seen, TaskDetails details, Actor by) =>
        OnAsync("TaskChanged", id, by, seen, (unit, task) =>
        {
            if (unit.Open(TaskWriter.What, task.Id, task.What) != details.What.Trim())
                task.What = unit.Seal(task.PersonId, TaskWriter.What, task.Id, details.What.Trim());
            (task.PeerId, task.DueOn) = (details.Peer, details.By);
        });

    public Task<TaskChange> EndAsync(Guid id, TaskState how, string? word, Actor by) =>
        OnAsync(how == TaskState.Done ? "TaskDone" : "TaskDropped", id, by, null, (unit, task) => TaskWriter.End(unit, task, how, word));

    private Task<TaskChange> OnAsync(string kind, Guid id, Actor by, Guid? seen, Action<Unit, SupportTask> change) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.SupportTasks.FindAsync(id) is not { } task)
                return TaskChange.NoSuchTask;
            if (task.State != TaskState.Open)
                return TaskChange.EndedAlready;
            if (seen is { } version)
                Unit.Expect(task, version);
            change(unit, task);
            return TaskChange.Done;
        });
}

public static class OpenTasks
{
    extension(GroupDb db)
    {
        /// <summary>What is to be done for one person, the nearest day first.</summary>
        public async Task<IReadOnlyList<SupportTask>> TasksForAsync(PersonId person) => Sorted(
            await db.SupportTasks.AsNoTracking().Where(t => t.PersonId == person && t.State == TaskState.Open).ToListAsync());

        /// <summary>What is mine to do; and for people who are mine, what anybody may do, or somebody had in hand who is no peer any more.</summary>
        public async Task<IReadOnlyList<SupportTask>> TasksOfAsync(UserId me, IReadOnlyCollection<PersonId> mine)
        {
            var open = db.SupportTasks.AsNoTracking().Where(t => t.State == TaskState.Open);
            var theirs = mine.Count == 0 ? [] : await open.Where(t => mine.Contains(t.PersonId)).ToListAsync();
            var peers = theirs.Exists(t => t.PeerId is not null && t.PeerId != me) ? await PeersWhoRing.NamesAsync(db) : new Dictionary<UserId, string>();
            var free = theirs.Where(t => t.PeerId is not { } peer || (peer != me && !peers.ContainsKey(peer)));
            return Sorted([.. await open.Where(t => t.PeerId == me).ToListAsync(), .. free]);
        }
    }

    private static IReadOnlyList<SupportTask> Sorted(List<SupportTask> tasks) => [.. tasks.OrderBy(t => t.DueOn ?? DateOnly.MaxValue).ThenBy(t => t.MadeAt).ThenBy(t => t.Id)];
}
