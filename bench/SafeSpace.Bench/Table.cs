using System.Globalization;
using System.Text;

namespace SafeSpace.Bench;

/// <summary>The table of what good means in figures: each line as it was measured, beside its floor of the same run.</summary>
/// <param name="title">Of what it was measured on: sizes, engine, machine.</param>
internal sealed class Table(string title)
{
    private readonly List<string> lines = [];

    /// <param name="met">Null where this run can't say.</param>
    public void Add(string work, string ours, string floor, string ratio, string goal, bool? met)
    {
        var verdict = met switch { true => "met", false => "**not met**", null => "not measured here" };
        BenchSite.Say($"= {work}: {ours}; floor: {floor}; {ratio} (goal: {goal}): {verdict.Trim('*')}");
        lines.Add($"| {work} | {ours} | {floor} | {ratio} | {goal} | {verdict} |");
    }

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(title).AppendLine();
        text.AppendLine("| work | ours | floor | ratio | goal | |").AppendLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var line in lines)
            text.AppendLine(line);
        return text.ToString();
    }

    /// <summary>Puts it between its two marks in a document, which are made where its section ends if it has none; what stood there goes.</summary>
    public async Task WriteAsync(string file, string name)
    {
        const string next = "## Measured\n";
        var (begin, end) = ($"<!-- table {name} -->\n", $"<!-- end of table {name} -->\n");
        var document = await File.ReadAllTextAsync(file);
        if (!document.Contains(begin, StringComparison.Ordinal))
            document = document.Replace(next, $"{begin}{end}\n{next}", StringComparison.Ordinal);
        var (at, to) = (document.IndexOf(begin, StringComparison.Ordinal), document.IndexOf(end, StringComparison.Ordinal));
        if (at < 0 || to < at)
            throw new InvalidOperationException($"{file} has no place for it.");
        await File.WriteAllTextAsync(file, document[..(at + begin.Length)] + this + document[to..]);
    }

    public static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
