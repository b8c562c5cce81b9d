using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Rows;

/// <summary>The first thing that is wrong with a row: one is enough to refuse it, and one at a time is easy to put right.</summary>
internal sealed class RowProblem
{
    private const int MostLettersOfAName = 200;
    private const int MostLettersOfAText = 20_000;

    public string? Why { get; private set; }

    public string Detail { get; private set; } = "";

    public void Say(string why, string detail)
    {
        if (Why is not null) return;
        Why = why;
        Detail = detail;
    }

    public T? Take<T>(CellValue<T> value)
        where T : struct
    {
        if (value.IsRefused) Say(value.Why!, value.Detail!);
        return value.HasValue ? value.Value : null;
    }

    public string? Take(CellValue<string> value)
    {
        if (value.IsRefused) Say(value.Why!, value.Detail!);
        return value.Value;
    }

    /// <summary>Nothing is ever cut: what does not fit is refused.</summary>
    public string Name(string name)
    {
        if (name.Length > MostLettersOfAName) Say(Refusals.TooLong, $"The name has more than {MostLettersOfAName} letters.");
        return name;
    }

    public string? Text(string? text, string what)
    {
        if (text is { Length: > MostLettersOfAText }) Say(Refusals.TooLong, $"The {what} hold more than {MostLettersOfAText} letters.");
        return text;
    }

    public string? ShortText(string? text, string what)
    {
        if (text is { Length: > MostLettersOfAName }) Say(Refusals.TooLong, $"The {what} has more than {MostLettersOfAName} letters.");
        return text;
    }
}
