namespace SafeSpace.Web.TagHelpers;

/// <summary>One of the things somebody can choose: what is posted, what is read (said already, as it is shown), and a word of help.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);
