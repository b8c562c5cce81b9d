using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Tests.SocialValue;

public sealed class RateBookTests
{
    private static readonly HashSet<Month> NoneClosed = [];

    [Fact]
    public void On_ADay_TheRateInForceHolds_AndBeforeTheFirstThereIsNone()
    {
        var book = new RateBook([Rate(100, new(2019, 10, 1)), Rate(200, new(2020, 4, 15))]);

        Assert.Null(book.On(ValueComponent.CentreUse, "day", new(2019, 9, 30)));
        Assert.Equal(100, book.On(ValueComponent.CentreUse, "day", new(2020, 4, 14))!.Pence);
        Assert.Equal(200, book.On(ValueComponent.CentreUse, "day", new(2020, 4, 15))!.Pence);
        Assert.Null(book.On(ValueComponent.CentreUse, "half_day", new(2020, 4, 15)));
        Assert.True(book.ChangesWithin(new(2020, 4), new(2020, 4)));
        Assert.False(book.ChangesWithin(new(2020, 5), new(2020, 6)));
        Assert.False(book.ChangesWithin(new(2019, 10), new(2020, 3)));
    }

    [Fact]
    public void ARate_UntilTheEndOfTheCalendar_HasNoEnd()
    {
        var book = new RateBook([Rate(100, new(2019, 10, 1), DateOnly.MaxValue)]);

        Assert.False(book.ChangesWithin(new(2020, 1), new(2020, 12)));
        Assert.Equal(100, book.On(ValueComponent.CentreUse, "day", new(2020, 4, 14))!.Pence);
    }

    [Fact]
    public void Faults_GapAndOverlapAndClosedMonth_AreFlagged()
    {
        var book = new RateBook(
        [
            Rate(100, new(2019, 10, 1), new(2019, 12, 31)), Rate(200, new(2020, 2, 1)),
            Rate(5, new(2019, 10, 1), new(2020, 3, 31), "half_day"), Rate(6, new(2020, 3, 1), level: "half_day"),
        ]);

        var faults = book.Faults(new HashSet<Month> { new(2020, 3) });

        Assert.Contains(faults, f => f is { Kind: RateFaultKind.Gap } && f.From == new DateOnly(2020, 1, 1) && f.To == new DateOnly(2020, 1, 31));
        Assert.Contains(faults, f => f is { Kind: RateFaultKind.Overlap } && f.From == new DateOnly(2020, 3, 1) && f.To == new DateOnly(2020, 3, 31));
        Assert.Contains(faults, f => f is { Kind: RateFaultKind.InClosedMonth, Rate.Pence: 6 });
        Assert.Null(book.On(ValueComponent.CentreUse, "day", new(2020, 1, 15)));
        Assert.Equal(6, book.On(ValueComponent.CentreUse, "half_day", new(2020, 3, 15))!.Pence);
    }

    [Fact]
    public void Faults_OfRatesThatFollowOnEachOther_AreNone() =>
        Assert.Empty(new RateBook([Rate(100, new(2019, 10, 1)), Rate(200, new(2020, 2, 1)), Rate(300, new(2021, 2, 1))]).Faults(NoneClosed));

    private static Rate Rate(long pence, DateOnly from, DateOnly? until = null, string level = "day") =>
        new() { Id = Ids.New(), Component = ValueComponent.CentreUse, Level = level, Unit = "use", Pence = pence, From = from, Until = until };
}
