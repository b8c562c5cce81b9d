using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.SupportGiven;

/// <summary>Support members gave one another: off unless the group turns it on; then sums of the whole group, of a month or a sample week. No names, no balances.</summary>
[Needs(Permission.KeepBooks)]
public sealed class IndexModel(GroupDb db, GroupClock clock, SupportGivenService given, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int MostPeople = 10_000;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>Any day of a sample week; empty for the whole month.</summary>
    [BindProperty]
    public DateOnly? SampleWeek { get; set; }

    /// <summary>What was typed for each kind.</summary>
    [BindProperty(Name = nameof(Hours))] // named, so that other fields of the form are not taken for entries
    public Dictionary<string, string?> Hours { get; set; } = [];

    [BindProperty]
    public bool Counts { get; set; }

    [BindProperty]
    public string? HoursAYear { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    public ValueSettings Settings { get; private set; } = new();

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public IReadOnlyList<Core.SocialValue.SupportGiven> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ShowAsync();
        (Counts, HoursAYear) = (Settings.CountsSupportGiven, Settings.HoursAYear.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostSetAsync()
    {
        if (!int.TryParse(HoursAYear?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours is < 100 or > 8784)
        {
            Wrong(nameof(HoursAYear), "Write whole hours, like 1650. A year has 8784 at most.");
            return await AgainAsync(ShowAsync);
        }

        try
        {
            await given.SetAsync(Counts, hours, Version, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            Wrong(nameof(HoursAYear), "Somebody changed this while you were typing. Here are both. Save again to keep yours.");
            ModelState.Remove(nameof(Version));
            return await AgainAsync(ShowAsync, StatusCodes.Status409Conflict);
        }

        return Saved();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (!Core.Shared.Month.TryParse(Month, out var month) || month.FirstDay > Clock.Today)
            Wrong(nameof(Month), "Choose a month.");
        if (SampleWeek is { } sampled && Core.Shared.Month.Of(HoursService.MondayOf(sampled)) != month)
            Wrong(nameof(SampleWeek), "This week does not begin in the month above. Choose its month first.");
        var seconds = new Dictionary<string, int>();
        foreach (var kind in Kinds)
        {
            var typed = Hours.GetValueOrDefault(kind.Value);
            if (string.IsNullOrWhiteSpace(typed))
                continue;
            if (HoursText.Read(typed, out var why, HoursText.SecondsInAWeek * (MostPeople / 100)) is { } read)
                seconds[kind.Value] = read;
            else
                Wrong($"Hours[{kind.Value}]", why == HoursText.TooMany ? "This is more than we can count. Look at it again." : why!);
        }

        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        return await given.NoteAsync(month, SampleWeek is { } day ? HoursService.MondayOf(day) : null, seconds, viewer.Actor) == BookRefusal.None ? Saved(new { Month }) : NotFound();
    }

    private async Task ShowAsync()
    {
        var month = Core.Shared.Month.TryParse(Month, out var chosen) && chosen.Year is > 1900 and < 2200 ? chosen : Core.Shared.Month.Of(Clock.Today);
        Month = month.ToString();
        Months = MonthsBack(month);
        Settings = await SupportGivenService.SettingsAsync(db);
        Version = Settings.Version;
        Kinds = await LevelNames.OfferedAsync(db, GroupList.SupportKind);
        Rows = await db.SupportGiven.AsNoTracking().Where(s => s.Month == month && s.Seconds > 0).OrderBy(s => s.SampleWeek).ThenBy(s => s.Kind).ToListAsync();
    }
}
