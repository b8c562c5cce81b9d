namespace SafeSpace.Core.Import.Recognising;

internal static class DiaryWords
{
    public static readonly BookVocabulary Book = new(BookKind.Diary,
        [[Fields.Date, Fields.When], [Fields.Kind], [Fields.Reference, Fields.Name, Fields.Surname]],
        [
            new(Fields.Date, "date", "day", "date of contact", "contact date"),
            new(Fields.Time, "time", "time of call", "time of contact", "start", "start time"),
            new(Fields.When, "date and time", "date/time", "date time", "when", "date & time"),
            new(Fields.Kind, "what", "type", "kind", "contact", "type of contact", "contact type", "kind of contact", "how", "in/out", "method"),
            new(Fields.Reference, "ref", "ref no", "refno", "reference", "reference no", "reference number", "our ref", "id", "case no", "register no"),
            new(Fields.Given, "first name", "forename", "given name", "firstname"),
            new(Fields.Surname, "surname", "last name", "family name", "lastname"),
            new(Fields.Name, "name", "full name", "who", "person", "surname forename", "surname first name", "client name", "patient name", "caller"),
            new(Fields.Peer, "peer", "peer supporter", "worker", "by", "staff", "supporter", "by whom", "peer name", "who by", "volunteer", "spoke to"),
            new(Fields.Minutes, "mins", "minutes", "min", "length", "duration", "how long", "time spent", "length mins", "duration mins", "call length"),
            new(Fields.Notes, "notes", "comments", "note", "comment", "remarks", "details", "what was said", "summary"),
        ]);
}
