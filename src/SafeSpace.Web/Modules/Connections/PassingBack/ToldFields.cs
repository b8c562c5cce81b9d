using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

/// <summary>Whom we told, what they owe us, and by when: as two pages ask for it.</summary>
public abstract class ToldPage(DoorTools tools) : DoorPage(tools)
{
    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public string? Owes { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? DueTime { get; set; }

    protected Told? ReadTold(Guid id)
    {
        Need(nameof(Whom), Whom, "Please say who was told.", WrittenText.Line);
        Need(nameof(Owes), Owes, "Please say what they said they would do.");
        return ReadDue() is { } due && ModelState.IsValid ? new Told(id, Whom!, Owes!, due) : null;
    }

    /// <summary>A day alone means the end of it.</summary>
    protected DateTime? ReadDue()
    {
        var time = this.ReadTime(nameof(DueTime), DueTime, T);
        if (DueOn is not { } day)
        {
            if (!ModelState.TryGetValue(nameof(DueOn), out var said) || said.Errors.Count == 0)
                ModelState.AddModelError(nameof(DueOn), T["Please say by when. If they did not say, say yourself when you will ask again."]);
            return null;
        }

        this.CheckPromised(nameof(DueOn), nameof(DueTime), day, time, Clock, T);
        var at = Clock.ToUtc(new LocalMoment(day, time ?? new TimeOnly(23, 59)));
        if (at < Clock.Now && ModelState.IsValid)
            ModelState.AddModelError(nameof(DueTime), T["This time is over. Please pick a later one."]);
        return at;
    }
}
