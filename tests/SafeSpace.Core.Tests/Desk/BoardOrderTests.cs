using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Register;

namespace SafeSpace.Core.Tests.Desk;

public sealed class BoardOrderTests
{
    private static readonly DateTime Now = new(2026, 3, 10, 18, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void TenRows_LatePromisesFirst_ThenHowSoon_ThenWhoWaitedLongest()
    {
        BoardRow[] rows =
        [
            Row("when you can, 3 days", Standing.Waiting, 3, hours: 72),
            Row("no word, 9 days", Standing.Waiting, null, hours: 216),
            Row("today, 1 hour", Standing.Waiting, 1, hours: 1),
            Row("late, no word", Standing.Late, null, hours: 2),
            Row("this week, promised", Standing.Promised, 2, hours: 30),
            Row("today, 5 hours, tried", Standing.Tried, 1, hours: 5),
            Row("late, this week", Standing.Late, 2, hours: 1),
            Row("this week, 2 days", Standing.Waiting, 2, hours: 48),
            Row("late, today", Standing.Late, 1, hours: 1),
            Row("today, 2 hours", Standing.Waiting, 1, hours: 2),
        ];

        Assert.Equal(
            [
                "late, today", "late, this week", "late, no word",
                "today, 5 hours, tried", "today, 2 hours", "today, 1 hour",
                "this week, 2 days", "this week, promised", "when you can, 3 days", "no word, 9 days",
            ],
            rows.Order(BoardOrder.Only).Select(r => r.Person.GivenName));
    }

    [Fact]
    public void RowsOfTheSameMoment_KeepOneOrder()
    {
        BoardRow[] rows = [Row("b", Standing.Waiting, 1, 1) with { Person = Named("b", 2) }, Row("a", Standing.Waiting, 1, 1) with { Person = Named("a", 1) }];
        Assert.Equal(["a", "b"], rows.Order(BoardOrder.Only).Select(r => r.Person.GivenName));
    }

    private static BoardRow Row(string name, Standing standing, int? step, int hours) =>
        new() { Person = Named(name, 0), Standing = standing, HowSoonStep = step ?? int.MaxValue, Since = Now.AddHours(-hours) };

    private static Person Named(string name, int number) => new() { Reference = name, ReferenceNumber = number, GivenName = name };
}
