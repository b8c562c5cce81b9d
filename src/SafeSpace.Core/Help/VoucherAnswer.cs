using System.Globalization;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Why there is no voucher today.</summary>
public enum VoucherNo
{
    None,

    /// <summary>No rule holds today, or the partner gives none any more.</summary>
    NoRule,

    /// <summary>None are given on this day of the week.</summary>
    NotOnThisDay,

    /// <summary>It is too late for today.</summary>
    AfterCutOff,

    /// <summary>The household has had as many as it may.</summary>
    HadEnough,
}

/// <summary>What a partner's rules say for one household at one moment.</summary>
/// <param name="Why">None: one can be had now.</param>
/// <param name="Next">The first day one can be had; null when none can be foreseen.</param>
/// <param name="Until">Until when, on that day.</param>
/// <param name="Had">How many the household had in the months that count today.</param>
/// <param name="Pence">What one is worth on the day <paramref name="Next"/>, or today.</param>
public sealed record VoucherAnswer(VoucherNo Why, DateOnly? Next, TimeOnly? Until, int Had, int Most, int Months, long Pence)
{
    private const int DaysAhead = 800;

    public bool Today => Why == VoucherNo.None;

    /// <param name="rules">Of one scheme; those taken back are left out.</param>
    /// <param name="had">The days on which the household was given one.</param>
    /// <param name="now">As the clock on the group's wall shows it.</param>
    public static VoucherAnswer Of(IEnumerable<VoucherRule> rules, IReadOnlyCollection<DateOnly> had, LocalMoment now)
    {
        var standing = rules.Where(r => r.TakenBackAt is null).OrderBy(r => r.From).ThenBy(r => r.Id).ToList();
        var today = standing.LastOrDefault(r => r.From <= now.Day);
        var why = WhyNot(today, had, now.Day, now.Time);
        for (var day = now.Day; day < now.Day.AddDays(DaysAhead); day = day.AddDays(1))
        {
            var rule = standing.LastOrDefault(r => r.From <= day);
            if (WhyNot(rule, had, day, day == now.Day ? now.Time : TimeOnly.MinValue) == VoucherNo.None)
                return new VoucherAnswer(why, day, CutOff(rule!, day), HadBy(today ?? rule!, had, now.Day), (today ?? rule!).MostEach, (today ?? rule!).Months, Worth(rule!, day));
        }

        return new VoucherAnswer(why, null, null, today is null ? 0 : HadBy(today, had, now.Day), today?.MostEach ?? 0, today?.Months ?? 0, today is null ? 0 : Worth(today, now.Day));
    }

    /// <summary>Until when one can be had on a day of the week; null on a day without any.</summary>
    public static TimeOnly? CutOff(VoucherRule rule, DateOnly day)
    {
        var parts = rule.CutOffs.Split(',');
        var text = parts.ElementAtOrDefault(((int)day.DayOfWeek + 6) % 7);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 1440 ? new TimeOnly(minutes / 60, minutes % 60) : null;
    }

    public static long Worth(VoucherRule rule, DateOnly day)
    {
        var winter = rule.WinterFrom <= rule.WinterUntil ? day.Month >= rule.WinterFrom && day.Month <= rule.WinterUntil : day.Month >= rule.WinterFrom || day.Month <= rule.WinterUntil;
        return winter ? rule.WinterPence : rule.SummerPence;
    }

    private static VoucherNo WhyNot(VoucherRule? rule, IReadOnlyCollection<DateOnly> had, DateOnly day, TimeOnly time)
    {
        if (rule is null)
            return VoucherNo.NoRule;
        if (HadBy(rule, had, day) >= rule.MostEach)
            return VoucherNo.HadEnough;
        if (CutOff(rule, day) is not { } until)
            return VoucherNo.NotOnThisDay;
        // The whole minute still counts: 15:30:59 is half past three, 15:31 is not.
        return new TimeOnly(time.Hour, time.Minute) > until ? VoucherNo.AfterCutOff : VoucherNo.None;
    }

    private static int HadBy(VoucherRule rule, IReadOnlyCollection<DateOnly> had, DateOnly day) => had.Count(d => d <= day && d > day.AddMonths(-rule.Months));
}
