using System.Globalization;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Import;

/// <summary>How the pages of an import name kinds of books, fields and rows.</summary>
internal static class ImportWords
{
    private static readonly string[] OfRegister =
    [
        Fields.Reference, Fields.Given, Fields.Surname, Fields.Name, Fields.Born, Fields.Gender, Fields.Phone, Fields.Address, Fields.Postcode,
        Fields.Date, Fields.Time, Fields.When, Fields.Team, Fields.Urgency, Fields.Factors, Fields.State, Fields.Closed, Fields.Notes,
    ];

    private static readonly string[] OfDiary =
        [Fields.Date, Fields.Time, Fields.When, Fields.Kind, Fields.Reference, Fields.Given, Fields.Surname, Fields.Name, Fields.Peer, Fields.Minutes, Fields.Notes];

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [Fields.Reference] = "reference",
        [Fields.Given] = "given name",
        [Fields.Surname] = "surname",
        [Fields.Name] = "whole name",
        [Fields.Born] = "date of birth",
        [Fields.Gender] = "gender",
        [Fields.Phone] = "phone",
        [Fields.Address] = "address",
        [Fields.Postcode] = "postcode",
        [Fields.Date] = "date",
        [Fields.Time] = "time",
        [Fields.When] = "date and time",
        [Fields.Team] = "referring team",
        [Fields.Urgency] = "how soon",
        [Fields.Factors] = "what is going on",
        [Fields.State] = "open or closed",
        [Fields.Closed] = "date closed",
        [Fields.Notes] = "notes",
        [Fields.Kind] = "what it was",
        [Fields.Peer] = "peer",
        [Fields.Minutes] = "minutes",
        [Fields.Session] = "day or half day",
        [Fields.MemberNumber] = "member number",
        [Fields.Network] = "network",
        [Fields.Joined] = "joined",
        [Fields.Left] = "left",
        [Fields.Week] = "week, from Monday",
        [Fields.Month] = "month",
        [Fields.Level] = "level",
        [Fields.Hours] = "hours",
        [Fields.Source] = "source",
        [Fields.Amount] = "amount",
        [Fields.Component] = "part of the statement",
        [Fields.Unit] = "unit",
        [Fields.Rate] = "rate",
        [Fields.From] = "from which day",
        [Fields.Until] = "to which day",
        [Fields.AgreedBy] = "agreed by",
        [Fields.PriceYear] = "price year",
    };

    public static IEnumerable<Choice> Kinds(Texts t) =>
    [
        new("Register", t["A register: who was referred"]), new("Diary", t["A diary: calls and visits"]), new("SignIn", t["Sign-in sheets of the centre"]), new("Members", t["A membership list"]),
        new("Hours", t["Leaders' hours"]), new("Levels", t["Peer supporters' levels"]), new("CrisisLog", t["A crisis log"]), new("Income", t["Income by month"]), new("Rates", t["Agreed rates"]),
    ];

    public static IEnumerable<Choice> FieldsOf(Texts t, BookKind? kind) =>
        (kind switch
        {
            BookKind.Diary => OfDiary,
            null or BookKind.Register => OfRegister,
            { } book => [.. BookVocabulary.Of(book).Fields.Select(f => f.Field).Distinct()],
        }).Select(field => new Choice(field, t[Labels[field]]));

    public static string State(Texts t, ImportState state) => t[state switch
    {
        ImportState.Uploaded => "not brought in yet",
        ImportState.Running => "coming in",
        ImportState.Done => "brought in",
        _ => "stopped",
    }];

    public static string KindOf(ContactKind kind) => kind switch
    {
        ContactKind.CallIn => "rang us",
        ContactKind.CallOut => "we rang",
        ContactKind.NoAnswer => "no answer",
        ContactKind.Text => "text",
        ContactKind.Message => "message",
        ContactKind.Email => "e-mail",
        ContactKind.Video => "video",
        ContactKind.VisitToBuilding => "visit",
        ContactKind.MeetingElsewhere => "meeting elsewhere",
        _ => "visit at home",
    };

    /// <summary>When, who and what of a row, as understood.</summary>
    public static (string When, string Who, string What) Read(Texts t, BookRecord record) => record switch
    {
        RegisterRow row => (
            Day(row.ReferredOn, row.ReferredAt),
            Who(row) + (row.BornOn is { } born ? ", " + t["born {0}", Day(born, null)] : ""),
            Joined([row.Team, row.UrgencyAsTyped, .. row.Factors, .. row.UnknownFactors, row.ClosedOn is { } closed ? t["closed {0}", Day(closed, null)] : null, row.Notes])),
        DiaryRow row => (
            Day(row.On, row.At),
            Who(row),
            Joined([t[KindOf(row.Kind)], row.Minutes is { } minutes ? t["{0} min", minutes] : null, row.Peer, row.Notes])),
        SignInRow row => (Day(row.On, row.At), Who(row), row.Session ?? t["not said yet"]),
        MemberRow row => (Day(row.Joined, null), Who(row), Joined([row.Number, row.Network, row.Left is { } left ? t["left {0}", Day(left, null)] : null])),
        HoursRow row => (Day(row.Monday, null), Who(row), Joined([row.Level, t["{0} hours", HoursText.Say(row.Seconds)]])),
        LevelRow row => (row.Month.ToString(), Who(row), row.Level),
        CrisisRow row => (Day(row.On, null), Who(row), row.Kind),
        IncomeRow row => (row.Month.ToString(), row.Source, Rounding.Pounds(row.Pence)),
        RateRow row => (Day(row.From, null), row.Component, Joined([row.Level, Rounding.Pounds(row.Pence), row.Unit, row.AgreedBy])),
        _ => ("", Who(record), ""),
    };

    private static string Who(BookRecord row) => string.Join(' ', new[] { row.Reference, row.FullName }.Where(w => !string.IsNullOrEmpty(w)));

    private static string Joined(IEnumerable<string?> parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string Day(DateOnly day, TimeOnly? time) =>
        day.ToString("d MMM yyyy", CultureInfo.CurrentCulture) + (time is { } at ? at.ToString(", HH:mm", CultureInfo.CurrentCulture) : "");
}
