using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp.Safeguarding;

public sealed record EmergencyDetails(string When, string WhatToDo, string? RingName, string? RingPhone, UserId Owner);

/// <summary>What to do and whom to ring now: written by the group, checked by the one who owns it.</summary>
public sealed class EmergencySteps(GroupStore store)
{
    /// <param name="id">From the form: the same one twice is one entry.</param>
    public Task AddAsync(Guid id, EmergencyDetails details, Actor by) =>
        store.Write("EmergencyStepAdded", by, async unit =>
        {
            if (await unit.Db.EmergencySteps.FindAsync(id) is not null)
                return;
            var last = await unit.Db.EmergencySteps.Select(s => (int?)s.Position).MaxAsync() ?? 0;
            unit.Db.EmergencySteps.Add(new EmergencyStep
            {
                Id = id,
                When = details.When.Trim(),
                WhatToDo = details.WhatToDo.Trim(),
                RingName = Clean(details.RingName),
                RingPhone = Clean(details.RingPhone),
                OwnerId = details.Owner,
                CheckedOn = unit.Clock.DayOf(unit.Now),
                Position = last + 1,
            });
        });

    /// <summary>New words; whoever changes it has looked at it.</summary>
    /// <returns>False when there is no such entry.</returns>
    public Task<bool> ChangeAsync(Guid id, Guid seen, EmergencyDetails details, Actor by) =>
        ChangeAsync("EmergencyStepChanged", id, by, (step, unit) =>
        {
            Unit.Expect(step, seen);
            (step.When, step.WhatToDo, step.OwnerId) = (details.When.Trim(), details.WhatToDo.Trim(), details.Owner);
            (step.RingName, step.RingPhone) = (Clean(details.RingName), Clean(details.RingPhone));
            step.CheckedOn = unit.Clock.DayOf(unit.Now);
        });

    /// <summary>Looked at, and it is still true.</summary>
    public Task<bool> CheckedAsync(Guid id, Actor by) => ChangeAsync("EmergencyStepChecked", id, by, (step, unit) => step.CheckedOn = unit.Clock.DayOf(unit.Now));

    /// <summary>Not shown any more.</summary>
    public Task<bool> EndAsync(Guid id, Actor by) => ChangeAsync("EmergencyStepEnded", id, by, (step, unit) => step.EndedAt ??= unit.Now);

    private Task<bool> ChangeAsync(string kind, Guid id, Actor by, Action<EmergencyStep, Unit> change) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.EmergencySteps.FindAsync(id) is not { } step)
                return false;
            change(step, unit);
            return true;
        });

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
