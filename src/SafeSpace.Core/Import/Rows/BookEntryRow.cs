namespace SafeSpace.Core.Import.Rows;

/// <summary>A row of one of the record books behind the value statement, as understood. It belongs to no person of the register.</summary>
public abstract record BookEntryRow(string Given, string Surname, UInt128 Fingerprint) : BookRecord(null, Given, Surname, Fingerprint)
{
    /// <summary>The day by which rows of this book are kept apart.</summary>
    public abstract DateOnly Day { get; }

    /// <summary>What else the row is known again by.</summary>
    public virtual string Mark => "";
}

public sealed record SignInRow(string Given, string Surname, UInt128 Fingerprint, DateOnly On, TimeOnly? At, string? Session) : BookEntryRow(Given, Surname, Fingerprint)
{
    public override DateOnly Day => On;

    public override string Mark => At?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

public sealed record MemberRow(string Given, string Surname, UInt128 Fingerprint, string Number, string Network, DateOnly Joined, DateOnly? Left) : BookEntryRow(Given, Surname, Fingerprint)
{
    public override DateOnly Day => Joined;

    public override string Mark => Number;
}

public sealed record HoursRow(string Given, string Surname, UInt128 Fingerprint, DateOnly Monday, string Level, int Seconds) : BookEntryRow(Given, Surname, Fingerprint)
{
    public override DateOnly Day => Monday;

    public override string Mark => Level;
}

public sealed record LevelRow(string Given, string Surname, UInt128 Fingerprint, Shared.Month Month, string Level) : BookEntryRow(Given, Surname, Fingerprint)
{
    public override DateOnly Day => Month.FirstDay;
}

public sealed record CrisisRow(string Given, string Surname, UInt128 Fingerprint, DateOnly On, string Kind) : BookEntryRow(Given, Surname, Fingerprint)
{
    public override DateOnly Day => On;
}

public sealed record IncomeRow(UInt128 Fingerprint, Shared.Month Month, bool IsStatutory, string Source, long Pence) : BookEntryRow("", "", Fingerprint)
{
    public override DateOnly Day => Month.FirstDay;

    public override string Mark => Source;
}

/// <param name="Component">One of the components' names as programs know them: peer_support.</param>
public sealed record RateRow(UInt128 Fingerprint, string Component, string Level, string Unit, long Pence, DateOnly From) : BookEntryRow("", "", Fingerprint)
{
    public DateOnly? Until { get; init; }

    public string? AgreedBy { get; init; }

    public string? Source { get; init; }

    public string? PriceYear { get; init; }

    public override DateOnly Day => From;

    public override string Mark => $"{Component}/{Level}";
}

/// <summary>A row of a record book whose every cell was understood.</summary>
public sealed record BookRowRead(RowPlace Place, BookEntryRow Row) : RowOutcome(Place);
