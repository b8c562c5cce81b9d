using System.Globalization;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Rows;
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
    };

    public static IEnumerable<Choice> Kinds(Texts t) => [new("Register", t["A register: who was referred"]), new("Diary", t["A diary: calls and visits"])];

    public static IEnumerable<Choice> FieldsOf(Texts t, BookKind? kind) =>
        (kind == BookKind.Diary ? OfDiary : OfRegister).Select(field => new Choice(field, t[Labels[field]]));

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
        _ => ("", Who(record), ""),
    };

    private static string Who(BookRecord row) => string.Join(' ', new[] { row.Reference, row.FullName }.Where(w => !string.IsNullOrEmpty(w)));

    private static string Joined(IEnumerable<string?> parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string Day(DateOnly day, TimeOnly? time) =>
        day.ToString("d MMM yyyy", CultureInfo.CurrentCulture) + (time is { } at ? at.ToString(", HH:mm", CultureInfo.CurrentCulture) : "");
}
