using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Rows;

/// <summary>Understands one row of a diary.</summary>
internal sealed class DiaryInterpreter(RowCells cells, ReadingRules rules) : RowInterpreter
{
    private readonly Dictionary<string, ContactKind?> kinds = new(StringComparer.Ordinal);

    public override bool SaysTime(BookRow row) => cells.Has(Fields.When) || !cells.Cell(row, Fields.Time).IsBlank;

    public override BookRecord Read(BookRow row, UInt128 fingerprint, RowProblem problem)
    {
        var (on, at) = ReadMoment(cells, rules, row, problem);
        if (on is null) problem.Say(Refusals.NoDate, "The row has no date. Write it in.");
        else if (on > rules.Today) problem.Say(Refusals.ContactInTheFuture, $"The contact is dated {on:yyyy-MM-dd}, and that is still to come.");
        var kind = ReadKind(row, problem);
        var (given, surname) = WholeName.Of(cells.Text(row, Fields.Given), cells.Text(row, Fields.Surname), cells.Text(row, Fields.Name), rules.Names);
        return new DiaryRow(
            problem.Take(ReferenceReader.Read(cells.Cell(row, Fields.Reference), rules.Prefix)), problem.Name(given), problem.Name(surname), fingerprint)
        {
            On = on ?? default,
            At = at,
            Kind = kind,
            Minutes = problem.Take(MinutesReader.Read(cells.Cell(row, Fields.Minutes))),
            Peer = problem.ShortText(WholeName.Tidy(cells.Text(row, Fields.Peer)) is { Length: > 0 } peer ? peer : null, "peer's name"),
            Notes = problem.Text(cells.Text(row, Fields.Notes), "notes"),
        };
    }

    private ContactKind ReadKind(BookRow row, RowProblem problem)
    {
        var text = cells.Cell(row, Fields.Kind).Trimmed;
        if (!kinds.TryGetValue(text, out var kind))
        {
            kind = rules.ContactKinds.Find(text) is { } name ? Enum.Parse<ContactKind>(name) : null;
            if (kinds.Count < 1_000) kinds[text] = kind;
        }

        if (kind is null)
            problem.Say(Refusals.UnknownContactKind, text.Length == 0
                ? "The row does not say what it was: a call, a text, a visit?"
                : $"“{(text.Length > 40 ? text[..40] + "…" : text)}” is not a kind of contact we know. Say in the mapping what it means.");
        return kind ?? default;
    }
}
