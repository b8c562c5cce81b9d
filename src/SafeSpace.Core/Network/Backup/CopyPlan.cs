namespace SafeSpace.Core.Network.Backup;

/// <summary>What whoever runs the machine says of the nightly copies, as environment variables: <c>Copies__Folder</c>, <c>Copies__Days</c> and so on.</summary>
public sealed class CopyPlan
{
    public const string Section = "Copies";

    /// <summary>Where copies go: best another disk. Without it: <c>backups/nightly</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>False where somebody else's tool makes the copies.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>The hour by the group's clock from which the copy of the night is due.</summary>
    public int Hour { get; set; } = 3;

    /// <summary>How many nights are kept, and of how many weeks and months the newest copy each.</summary>
    public int Days { get; set; } = 7;

    public int Weeks { get; set; } = 5;

    public int Months { get; set; } = 12;

    /// <summary>Days from one restore drill to the next.</summary>
    public int DrillEvery { get; set; } = 30;

    /// <summary>The first day on which no copy of this day or before is kept any more, while one is made each night.</summary>
    public DateOnly GoneBy(DateOnly day)
    {
        // The newest copy of a week or month that goes on after this day is made after it: the last that counts is the one that was over.
        var next = day.AddDays(1);
        var byNights = day.AddDays(Math.Max(1, Days));
        var byWeeks = next.AddDays(-(((int)next.DayOfWeek + 6) % 7)).AddDays(7 * (Weeks - 1));
        var byMonths = new DateOnly(next.Year, next.Month, 1).AddMonths(Months - 1);
        return new[] { byNights, byWeeks, byMonths }.Max();
    }

    /// <summary>Which of these nights' copies are kept; always the newest. Weeks begin on Monday.</summary>
    public IReadOnlySet<DateOnly> Keep(IReadOnlyCollection<DateOnly> nights)
    {
        var newestFirst = nights.Distinct().OrderDescending().ToList();
        return newestFirst.Take(Math.Max(1, Days))
            .Concat(NewestOfEach(night => night.DayNumber - (((int)night.DayOfWeek + 6) % 7)).Take(Weeks))
            .Concat(NewestOfEach(night => (night.Year * 12) + night.Month).Take(Months))
            .ToHashSet();

        IEnumerable<DateOnly> NewestOfEach(Func<DateOnly, int> stretch) => newestFirst.GroupBy(stretch).Select(nightsOfIt => nightsOfIt.Max());
    }
}
