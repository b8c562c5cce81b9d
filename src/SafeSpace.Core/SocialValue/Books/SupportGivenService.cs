using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>Support given, as group totals or a sample week, while the group wants it counted; and how the group counts.</summary>
public sealed class SupportGivenService(GroupStore store)
{
    public static async Task<ValueSettings> SettingsAsync(GroupDb db) => await db.ValueSettings.AsNoTracking().SingleOrDefaultAsync() ?? new ValueSettings();

    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task SetAsync(bool counts, int hoursAYear, Guid seen, Actor by) => store.Write("ValueSettingsChanged", by, async unit =>
    {
        var settings = await unit.Db.ValueSettings.SingleOrDefaultAsync();
        if (settings is null)
            unit.Db.ValueSettings.Add(settings = new ValueSettings());
        else
            Unit.Expect(settings, seen);
        (settings.CountsSupportGiven, settings.HoursAYear) = (counts, hoursAYear);
    });

    /// <summary>Hours of each kind, of a month or of its sample week: set anew, whatever stood there.</summary>
    /// <param name="seconds">By kind; 0 for a kind nobody gave.</param>
    public Task<BookRefusal> NoteAsync(Month month, DateOnly? sampleWeek, IReadOnlyDictionary<string, int> seconds, Actor by) => store.Write("SupportGivenNoted", by, async unit =>
    {
        if (await unit.Db.ValueSettings.SingleOrDefaultAsync() is not { CountsSupportGiven: true })
            return BookRefusal.NotThere;
        var there = await unit.Db.SupportGiven.Where(s => s.Month == month && s.SampleWeek == sampleWeek).ToListAsync();
        foreach (var (kind, given) in seconds)
        {
            if (there.SingleOrDefault(s => s.Kind == kind) is { } row)
                row.Seconds = given;
            else if (given > 0)
                unit.Db.SupportGiven.Add(new SupportGiven { Id = Ids.New(), Month = month, SampleWeek = sampleWeek, Kind = kind, Seconds = given });
        }

        return BookRefusal.None;
    });
}

/// <summary>Published figures of others, typed in with their source.</summary>
public sealed class ReferenceFigures(GroupStore store)
{
    public Task AddAsync(Guid id, string year, string what, string value, string source, Actor by) => store.Write("ReferenceFigureAdded", by, async unit =>
    {
        if (await unit.Db.ReferenceFigures.FindAsync(id) is null)
            unit.Db.ReferenceFigures.Add(new ReferenceFigure { Id = id, Year = year.Trim(), What = what.Trim(), Value = value.Trim(), Source = source.Trim() });
    });

    public Task<bool> TakeBackAsync(Guid id, Actor by) => store.Write("ReferenceFigureTakenBack", by, async unit =>
    {
        if (await unit.Db.ReferenceFigures.FindAsync(id) is not { } figure)
            return false;
        figure.TakenBackAt ??= unit.Now;
        return true;
    });
}
