using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;

namespace SafeSpace.Web.Modules.Connections.Doors;

/// <summary>All that goes on for one person behind other doors, and what can be begun.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(DoorTools tools, DoorsOfPerson doors) : DoorPage(tools)
{
    public bool Logs => Viewer.May(Permission.LogContacts);

    public IReadOnlyList<DoorLine> Open { get; private set; } = [];

    public IReadOnlyList<DoorLine> Closed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindLivingAsync("doors") is { } answer)
            return answer;
        var all = await doors.ReadAsync(Person.Id, openOnly: false);
        (Open, Closed) = ([.. all.Where(l => l.Open)], [.. all.Where(l => !l.Open)]);
        return Page();
    }
}
