namespace SafeSpace.Core.Import.Reading;

/// <summary>Passes text through and knows at its end whether a quoted cell was still open: then the file was cut short.</summary>
internal sealed class QuoteWatch(TextReader inner, char delimiter) : TextReader
{
    private enum State
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    private State state = State.CellStart;

    public bool EndsInsideQuotes => state == State.Quoted;

    /// <summary>Line ends outside quotes: about as many as there are rows.</summary>
    public int Lines { get; private set; }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        Watch(buffer.AsSpan(index, read));
        return read;
    }

    public override int Read()
    {
        var c = inner.Read();
        if (c >= 0) Watch([(char)c]);
        return c;
    }

    public override int Peek() => inner.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<char> text)
    {
        var now = state;
        foreach (var c in text)
        {
            now = now switch
            {
                State.Quoted => c == '"' ? State.QuoteInQuoted : State.Quoted,
                State.QuoteInQuoted when c == '"' => State.Quoted,
                State.CellStart when c == '"' => State.Quoted,
                _ => c == delimiter || c is '\n' or '\r' ? State.CellStart : State.Plain,
            };
            if (c == '\n' && now == State.CellStart) Lines++;
        }

        state = now;
    }
}
