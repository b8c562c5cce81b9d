namespace SafeSpace.Web.Modules.Diary.OnPaper;

/// <summary>One line of the sheet, as it was typed.</summary>
public sealed class PaperLine
{
    public string? Who { get; set; }

    public string? Time { get; set; }

    public Core.Diary.ContactKind Kind { get; set; } = Core.Diary.ContactKind.CallOut;

    public string? Minutes { get; set; }

    public string? Words { get; set; }

    public bool Keeps { get; set; }

    /// <summary>Whom "who" turned out to be, by their short name.</summary>
    public string? Found { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Who) && string.IsNullOrWhiteSpace(Time) && string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Minutes);
}
