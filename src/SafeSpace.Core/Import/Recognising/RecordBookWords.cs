namespace SafeSpace.Core.Import.Recognising;

/// <summary>The record books behind the monthly value statement.</summary>
internal static class RecordBookWords
{
    private static readonly FieldWords Date = new(Fields.Date, "date", "day");
    private static readonly FieldWords Name = new(Fields.Name, "name", "full name", "who", "member", "member name");
    private static readonly FieldWords Month = new(Fields.Month, "month");
    private static readonly FieldWords Level = new(Fields.Level, "level", "grade");

    public static readonly IReadOnlyList<BookVocabulary> Books =
    [
        new(BookKind.SignIn, [[Fields.Date], [Fields.Name], [Fields.Session]],
            [Date, new(Fields.Time, "time in", "time", "in"), Name, new(Fields.Session, "session", "half day/day", "length of stay")]),
        new(BookKind.Members, [[Fields.MemberNumber], [Fields.Name], [Fields.Joined]],
            [new(Fields.MemberNumber, "member no", "member number", "membership no", "membership number"), Name,
                new(Fields.Network, "network", "membership", "type", "kind"), new(Fields.Joined, "joined", "date joined", "joined on"), new(Fields.Left, "left", "date left", "left on")]),
        new(BookKind.Hours, [[Fields.Week], [Fields.Name], [Fields.Hours]],
            [new(Fields.Week, "week starting", "week", "week commencing", "w/c", "week beginning"), Name, Level, new(Fields.Hours, "hours", "hrs", "hours given")]),
        new(BookKind.Levels, [[Fields.Month], [Fields.Name], [Fields.Level]], [Month, Name, Level]),
        new(BookKind.CrisisLog, [[Fields.Date], [Fields.Name], [Fields.Kind]], [Date, Name, new(Fields.Kind, "kind", "severity", "kind of crisis", "crisis")]),
        new(BookKind.Income, [[Fields.Month], [Fields.Source], [Fields.Amount]],
            [Month, new(Fields.Source, "source", "funder", "from"), new(Fields.Amount, "amount gbp", "amount", "£", "income", "amount £")]),
        new(BookKind.Rates, [[Fields.Component], [Fields.Rate], [Fields.From]],
            [new(Fields.Component, "component", "part"), Level, new(Fields.Unit, "unit", "per"), new(Fields.Rate, "rate gbp", "rate", "rate £"),
                new(Fields.From, "effective from", "from", "valid from", "date from"), new(Fields.Until, "effective to", "until", "to", "valid to"),
                new(Fields.AgreedBy, "agreed by", "agreed with"), new(Fields.Source, "source"), new(Fields.PriceYear, "price year", "prices of")]),
    ];
}
