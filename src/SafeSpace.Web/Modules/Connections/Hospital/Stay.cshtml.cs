using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.FollowUp;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

/// <summary>One stay in hospital: where, turns for visiting, who brings what, the way home.</summary>
[Needs(Permission.SeePeople)]
public sealed class StayModel(DoorTools tools) : StayPage(tools)
{
    public string? WayHome { get; private set; }

    public string? HowHome { get; private set; }

    public string? Next { get; private set; }

    public DateTime Now => Clock.Now;

    public DateOnly Today => Clock.Today;

    public bool Logs => Viewer.May(Permission.LogContacts);

    public IReadOnlyList<Turn> Turns { get; private set; } = [];

    public IReadOnlyList<TaskLine> Bring { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync(open: false) is { } answer)
            return answer;
        (WayHome, HowHome, Next) = (Unsealed(HospitalWords.WayHome, Id, Stay.WayHome), Unsealed(HospitalWords.HowHome, Id, Stay.HowHome), await NextWordsAsync(Id));
        var turns = await Db.Promises.AsNoTracking().Where(p => p.For == null && p.ForId == Id && p.State != PromiseState.Moved).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).ToListAsync();
        Turns = [.. turns.Select(p => new Turn(PromiseWords.When(p, Clock, T), Keepers.Of(p.PeerId) ?? T["somebody who left"], StateOf(p.State), p.State == PromiseState.Open && Logs ? PromiseWords.Address(p) : null, p.State == PromiseState.Open && Lateness.IsLate(p, Now, Today)))];
        var tasks = await Db.SupportTasks.AsNoTracking().Where(t => t.ForId == Id && t.State == TaskState.Open).OrderBy(t => t.MadeAt).ToListAsync();
        Bring = TaskLine.Open(Tools.Vault, tasks, Keepers, T["somebody who left"]);
        return Page();
    }

    private string StateOf(PromiseState state) => state switch { PromiseState.Open => T["to come"], PromiseState.Kept => T["was there"], PromiseState.Missed => T["did not take place"], _ => T["not needed any more"] };

    public sealed record Turn(string When, string Who, string State, string? Address, bool Late);
}
