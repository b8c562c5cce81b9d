namespace SafeSpace.Core.Import.Recognising;

internal static class RegisterWords
{
    public static readonly BookVocabulary Book = new(BookKind.Register,
        [[Fields.Date, Fields.When], [Fields.Surname, Fields.Name], [Fields.Team, Fields.Factors, Fields.Born, Fields.Urgency, Fields.Closed]],
        [
            new(Fields.Reference, "ref", "ref no", "refno", "reference", "reference no", "reference number", "our ref", "id", "number", "no", "register no", "case no"),
            new(Fields.Date, "date of referral", "referral date", "date referred", "referred on", "date ref", "ref date", "referred", "date", "date in", "date received"),
            new(Fields.Time, "time", "time of referral", "referral time", "time in", "time received"),
            new(Fields.When, "date and time", "date/time", "date time", "referred at", "date & time"),
            new(Fields.Team, "referred by", "referrer", "referring team", "team", "source", "referral source", "from", "who referred"),
            new(Fields.Given, "first name", "forename", "forenames", "given name", "first names", "given names", "christian name", "firstname"),
            new(Fields.Surname, "surname", "last name", "family name", "lastname", "second name"),
            new(Fields.Name, "name", "full name", "surname forename", "surname first name", "person", "persons name", "name of person", "client name", "patient name"),
            new(Fields.Born, "dob", "date of birth", "born", "birth date", "d o b", "birthday", "birthdate"),
            new(Fields.Gender, "m/f", "gender", "sex", "f/m", "male/female"),
            new(Fields.Phone, "phone", "telephone", "tel", "tel no", "phone no", "phone number", "mobile", "mobile no", "contact number", "contact no", "phones", "mob"),
            new(Fields.Address, "address", "home address", "street", "address 1", "where they live"),
            new(Fields.Postcode, "postcode", "post code", "p/code", "pcode", "zip"),
            new(Fields.Factors, "presenting issues", "factors", "issues", "reason for referral", "reasons", "presenting problem", "presenting problems", "presenting issue", "problems", "what is going on"),
            new(Fields.Urgency, "urgency", "priority", "how soon", "how urgent"),
            new(Fields.State, "status", "state", "open/closed", "open closed"),
            new(Fields.Closed, "date closed", "closed", "closed on", "date of closing", "closing date", "discharged", "date discharged", "end date"),
            new(Fields.Notes, "notes", "comments", "comment", "note", "remarks", "other information", "info"),
        ]);
}
