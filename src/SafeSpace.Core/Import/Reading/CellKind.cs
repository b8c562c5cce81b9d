namespace SafeSpace.Core.Import.Reading;

/// <summary>What a cell holds in the spreadsheet program; in CSV everything is text.</summary>
public enum CellKind
{
    Blank,
    Text,
    Number,
    Moment,
    Duration,
}
