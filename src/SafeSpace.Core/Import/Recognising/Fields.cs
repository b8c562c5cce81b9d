namespace SafeSpace.Core.Import.Recognising;

/// <summary>What a column can hold, by the name a mapping file uses.</summary>
public static class Fields
{
    public const string Reference = "reference";
    public const string Given = "given";
    public const string Surname = "surname";
    public const string Name = "name";
    public const string Born = "born";
    public const string Gender = "gender";
    public const string Phone = "phone";
    public const string Address = "address";
    public const string Postcode = "postcode";
    public const string Date = "date";
    public const string Time = "time";
    public const string When = "when";
    public const string Team = "team";
    public const string Factors = "factors";
    public const string Urgency = "urgency";
    public const string State = "state";
    public const string Closed = "closed";
    public const string Notes = "notes";
    public const string Kind = "kind";
    public const string Peer = "peer";
    public const string Minutes = "minutes";
    public const string Session = "session";
    public const string MemberNumber = "member_number";
    public const string Network = "network";
    public const string Joined = "joined";
    public const string Left = "left";
    public const string Week = "week";
    public const string Month = "month";
    public const string Level = "level";
    public const string Hours = "hours";
    public const string Source = "source";
    public const string Amount = "amount";
    public const string Component = "component";
    public const string Unit = "unit";
    public const string Rate = "rate";
    public const string From = "from";
    public const string Until = "until";
    public const string AgreedBy = "agreed_by";
    public const string PriceYear = "price_year";
}
