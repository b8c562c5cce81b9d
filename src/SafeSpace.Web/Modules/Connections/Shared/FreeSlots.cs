using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Shared;

/// <summary>Slots that nobody has yet, the soonest first.</summary>
internal static class FreeSlots
{
    private const int Most = 40;

    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(DoorTools tools)
    {
        var now = tools.Clock.Now;
        var rows = await tools.Db.CounsellingSlots.AsNoTracking().Where(s => s.StartsAt > now && s.AppointmentId == null && s.TakenBackAt == null)
            .Join(tools.Db.Counsellors, s => s.CounsellorId, c => c.Id, (s, c) => new { s.Id, s.StartsAt, s.Minutes, c.Name }).OrderBy(s => s.StartsAt).Take(Most).ToListAsync();
        return [.. rows.Select(r => new Choice(r.Id.ToString(), $"{Said(tools, r.StartsAt)}, {r.Name}"))];
    }

    public static string Said(DoorTools tools, DateTime at)
    {
        var local = tools.Clock.ToLocal(at);
        return $"{Spoken.Day(DateOnly.FromDateTime(local), tools.Clock.Today)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
