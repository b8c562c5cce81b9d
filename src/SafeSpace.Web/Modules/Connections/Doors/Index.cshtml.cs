using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Doors;

/// <summary>All that goes on for one person behind other doors, and what can be begun.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(DoorTools tools, DoorsOfPerson doors, UnmetService unmets) : DoorPage(tools)
{
    public bool Logs => Viewer.May(Permission.LogContacts);

    public IReadOnlyList<DoorLine> Open { get; private set; } = [];

    public IReadOnlyList<DoorLine> Closed { get; private set; } = [];

    /// <summary>What nobody could give them, the newest first.</summary>
    public IReadOnlyList<UnmetLine> Unmet { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindLivingAsync("doors") is { } answer)
            return answer;
        var all = await doors.ReadAsync(Person.Id, openOnly: false);
        (Open, Closed) = ([.. all.Where(l => l.Open)], [.. all.Where(l => !l.Open)]);
        var labels = await ListLabels.LoadAsync(Db, GroupList.UnmetNeed);
        Unmet =
        [
            .. (await Db.UnmetNeeds.AsNoTracking().Where(u => u.PersonId == Person.Id && u.TakenBackAt == null).OrderByDescending(u => u.Day).ThenByDescending(u => u.Id).ToListAsync())
                .Select(u => new UnmetLine(u.Id, labels.Of(GroupList.UnmetNeed, u.Need) ?? u.Need, u.Day, Unsealed(UnmetService.Words, u.Id, u.Words))),
        ];
        return Page();
    }

    /// <summary>A need was written down by mistake.</summary>
    public async Task<IActionResult> OnPostUnmetBackAsync(Guid id)
    {
        if (await FindLivingAsync("doors") is { } answer)
            return answer;
        if (!Logs || !await Db.UnmetNeeds.AnyAsync(u => u.Id == id && u.PersonId == Person.Id) || !await unmets.TakeBackAsync(id, Viewer.Actor))
            return NotFound();
        return Answer(DoorChange.Done, Path + "/doors");
    }

    public sealed record UnmetLine(Guid Id, string What, DateOnly Day, string? Words);
}
