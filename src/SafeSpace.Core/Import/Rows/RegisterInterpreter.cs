using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Rows;

/// <summary>Understands one row of a register.</summary>
internal sealed class RegisterInterpreter(RowCells cells, ReadingRules rules) : RowInterpreter
{
    public override bool SaysTime(BookRow row) => cells.Has(Fields.When) || !cells.Cell(row, Fields.Time).IsBlank;

    public override BookRecord Read(BookRow row, UInt128 fingerprint, RowProblem problem)
    {
        var (on, at) = ReadMoment(cells, rules, row, problem);
        if (on is null) problem.Say(Refusals.NoDateOfReferral, "The row has no date of referral. Write it in.");
        else if (on > rules.Today) problem.Say(Refusals.ReferralInTheFuture, $"The referral is dated {on:yyyy-MM-dd}, and that is still to come.");
        var (given, surname) = WholeName.Of(cells.Text(row, Fields.Given), cells.Text(row, Fields.Surname), cells.Text(row, Fields.Name), rules.Names);
        var born = problem.Take(DateReader.Read(cells.Cell(row, Fields.Born), on ?? rules.Today, rules.Dates));
        var closed = problem.Take(DateReader.Read(cells.Cell(row, Fields.Closed), rules.Today, rules.Dates));
        CheckOrder(on, born, closed, problem);

        var phones = cells.All(row, Fields.Phone).ToList();
        var factors = FactorReader.Read(cells.Cell(row, Fields.Factors), rules.Factors);
        var urgency = problem.ShortText(cells.Text(row, Fields.Urgency), "urgency");
        return new RegisterRow(
            problem.Take(ReferenceReader.Read(cells.Cell(row, Fields.Reference), rules.Prefix)), problem.Name(given), problem.Name(surname), fingerprint)
        {
            ReferredOn = on ?? default,
            ReferredAt = at,
            BornOn = born,
            ClosedOn = closed,
            Gender = Meaning(row, Fields.Gender, rules.Genders, "gender", problem),
            Phones = [.. phones.SelectMany(cell => PhoneReader.Read(cell, rules.Country)).Distinct()],
            PhoneAsTyped = problem.ShortText(phones.Where(cell => !cell.IsBlank).Select(cell => cell.Trimmed).FirstOrDefault(), "phone"),
            Address = problem.ShortText(cells.Text(row, Fields.Address), "address"),
            Postcode = problem.ShortText(Postcode(cells.Text(row, Fields.Postcode)), "postcode"),
            Team = Meaning(row, Fields.Team, rules.Teams, "referring team", problem),
            Urgency = urgency is null || NothingWords.Say(urgency) ? null : rules.Urgencies.Find(urgency) ?? urgency,
            UrgencyAsTyped = urgency,
            Factors = factors.Names,
            UnknownFactors = [.. factors.Unknown.Select(word => problem.Text(word, "factors")!)],
            State = Meaning(row, Fields.State, rules.States, "status", problem),
            Notes = problem.Text(cells.Text(row, Fields.Notes), "notes"),
        };
    }

    private static void CheckOrder(DateOnly? on, DateOnly? born, DateOnly? closed, RowProblem problem)
    {
        if (born > on) problem.Say(Refusals.BornAfterReferral, $"The date of birth, {born:yyyy-MM-dd}, is after the referral, {on:yyyy-MM-dd}.");
        if (closed < on) problem.Say(Refusals.ClosedBeforeReferral, $"The date closed, {closed:yyyy-MM-dd}, is before the referral, {on:yyyy-MM-dd}.");
    }

    private string? Meaning(BookRow row, string field, WordList words, string what, RowProblem problem)
    {
        var text = problem.ShortText(cells.Text(row, field), what);
        return text is null || NothingWords.Say(text) ? null : words.Find(text) ?? text;
    }

    /// <summary>UK postcodes as "DN4 6HR"; anything else as typed.</summary>
    private static string? Postcode(string? text)
    {
        if (text is null || NothingWords.Say(text)) return null;
        var bare = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return bare.Length is >= 5 and <= 7 && char.IsDigit(bare[^3]) && char.IsLetter(bare[0]) && char.IsLetter(bare[^1])
            ? $"{bare[..^3]} {bare[^3..]}"
            : text;
    }
}
