using System.Globalization;

namespace SafeSpace.Core.Import.Reading;

/// <summary>One cell: its text as typed or shown, and its number or moment where the spreadsheet knows one.</summary>
/// <param name="Text">Never null; exactly as typed, spaces and all. Numbers without a thousands mark or exponent, moments as ISO.</param>
/// <param name="Number">Of a number; a moment's serial; minutes of a duration; else 0.</param>
public readonly record struct Cell(CellKind Kind, string Text, double Number = 0, DateTime Moment = default)
{
    public static readonly Cell Blank = new(CellKind.Blank, "");

    /// <summary>True where nothing can be read: empty, or spaces of any kind.</summary>
    public bool IsBlank => Kind == CellKind.Blank || string.IsNullOrWhiteSpace(Text);

    /// <summary>The text without the spaces around it, hard spaces and byte-order marks included.</summary>
    public string Trimmed => Text is not { Length: > 0 } text ? "" : IsPlain(text[0]) && IsPlain(text[^1]) ? text : text.Trim().Trim('\u00a0', '\u200b', '\ufeff').Trim();

    private static bool IsPlain(char c) => c is > ' ' and <= '~';

    public static Cell OfText(string? text) => string.IsNullOrEmpty(text) ? Blank : new(CellKind.Text, text);

    public static Cell OfNumber(double number) => new(CellKind.Number, NumberText(number), number);

    public static Cell OfMoment(DateTime moment) =>
        new(CellKind.Moment, moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            moment.Year < 100 ? 0 : moment.ToOADate(), moment);

    public static Cell OfDuration(TimeSpan duration) =>
        new(CellKind.Duration, duration.ToString("c", CultureInfo.InvariantCulture), duration.TotalMinutes);

    private static string NumberText(double number) =>
        Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
}
