namespace SafeSpace.Core.Import.Values;

/// <summary>Which comes first in 03/04/2021.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}
