namespace SafeSpace.Core.Import.Mapping;

/// <summary>How a whole name stands in one column.</summary>
public enum NameOrder
{
    /// <summary>"Khan, Fiona" has a comma and so is surname first; "Fiona Khan" is not.</summary>
    Recognise,
    ForenameFirst,
    SurnameFirst,
}
