using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace SafeSpace.Core.Connections.Counselling;

/// <summary>Whose bank holidays a group keeps.</summary>
public enum Nation
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

/// <summary>Bank holidays as published by gov.uk (Open Government Licence v3.0), a copy of which is part of the product.</summary>
public static class BankHolidays
{
    private static readonly Lazy<FrozenDictionary<Nation, FrozenSet<DateOnly>>> Days = new(Read);

    public static bool Is(DateOnly day, Nation nation) => Days.Value[nation].Contains(day);

    /// <summary>The last year they are known of: a later day is reckoned by weekends alone.</summary>
    public static int KnownUntil(Nation nation) => Days.Value[nation].Max().Year;

    private static FrozenDictionary<Nation, FrozenSet<DateOnly>> Read()
    {
        using var file = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.json")!;
        using var json = JsonDocument.Parse(file);
        return new Dictionary<Nation, FrozenSet<DateOnly>>
        {
            [Nation.EnglandAndWales] = Of("england-and-wales"),
            [Nation.Scotland] = Of("scotland"),
            [Nation.NorthernIreland] = Of("northern-ireland"),
        }.ToFrozenDictionary();

        FrozenSet<DateOnly> Of(string division) => json.RootElement.GetProperty(division).GetProperty("events").EnumerateArray()
            .Select(e => DateOnly.ParseExact(e.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToFrozenSet();
    }
}

public static class WorkingDays
{
    public static bool Is(DateOnly day, Nation nation) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Is(day, nation);

    /// <summary>The working day that comes so many working days after a day; asked on a Saturday, the first is Monday.</summary>
    public static DateOnly After(DateOnly day, int count, Nation nation)
    {
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            left -= Is(day, nation) ? 1 : 0;
        }

        return day;
    }
}
