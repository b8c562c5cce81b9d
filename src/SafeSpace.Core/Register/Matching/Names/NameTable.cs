namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>Reads the tables that travel inside the library: lines of words, <c>#</c> for remarks.</summary>
internal static class NameTable
{
    public static IEnumerable<string[]> Lines(string file)
    {
        using var stream = typeof(NameTable).Assembly.GetManifestResourceStream($"names/{file}")
            ?? throw new InvalidOperationException($"The table of names '{file}' is missing from the library.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || string.IsNullOrWhiteSpace(line)) continue;
            yield return line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
