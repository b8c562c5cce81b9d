using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Emergency;

/// <summary>An entry as it is shown.</summary>
/// <param name="Owner">Who looks after it, by the name colleagues call them.</param>
public sealed record StepShown(Guid Id, string When, string WhatToDo, string? RingName, string? RingPhone, string Owner, DateOnly CheckedOn, bool AsksForCheck)
{
    public string? Dialled => PeopleOnPages.Dialled(RingPhone);

    public static async Task<IReadOnlyList<StepShown>> ReadAsync(GroupDb db, DateOnly today)
    {
        var steps = await db.EmergencySteps.AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.Position).ToListAsync();
        var owners = steps.Select(s => s.OwnerId.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => owners.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return [.. steps.Select(s => Of(s, names, today))];
    }

    private static StepShown Of(EmergencyStep step, Dictionary<Guid, string> names, DateOnly today) =>
        new(step.Id, step.When, step.WhatToDo, step.RingName, step.RingPhone, names.GetValueOrDefault(step.OwnerId.Value, "?"), step.CheckedOn, step.AsksForCheck(today));
}
