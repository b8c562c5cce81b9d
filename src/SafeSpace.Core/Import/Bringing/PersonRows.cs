using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>One person with their rows of registers that come in now.</summary>
internal sealed record PersonRows(KnownPerson Person, IReadOnlyList<StandingRow> Rows)
{
    public IEnumerable<RegisterRow> Registers => Rows.Select(r => (RegisterRow)r.Row);
}
