using SafeSpace.Core.Import.Rows;

namespace SafeSpace.Core.Import;

/// <summary>Counts outcomes as they stream by. The sums always agree: read = imported + refused + entered twice + ignored.</summary>
public sealed class ImportTally
{
    public int Read { get; private set; }

    public int Imported { get; private set; }

    public int Referrals { get; private set; }

    public int Contacts { get; private set; }

    public int PeopleNew { get; private set; }

    public int Ignored { get; private set; }

    public List<RowRefused> Refused { get; } = [];

    public List<RowEnteredTwice> EnteredTwice { get; } = [];

    public void Add(RowOutcome outcome)
    {
        Read++;
        switch (outcome)
        {
            case RowImported imported:
                Imported++;
                if (imported.IsNewPerson) PeopleNew++;
                if (imported.Row is RegisterRow) Referrals++;
                else if (imported.Row is DiaryRow) Contacts++;
                break;
            case BookRowRead:
                Imported++;
                break;
            case RowRefused refused:
                Refused.Add(refused);
                break;
            case RowEnteredTwice twice:
                EnteredTwice.Add(twice);
                break;
            case RowIgnored:
                Ignored++;
                break;
            default:
                throw new InvalidOperationException($"A {outcome.GetType().Name} is no last word on a row.");
        }
    }
}
