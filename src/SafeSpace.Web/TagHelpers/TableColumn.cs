namespace SafeSpace.Web.TagHelpers;

/// <summary>A column's name as it is shown, and whether numbers stand in it.</summary>
public sealed record TableColumn(string Label, bool Number);
