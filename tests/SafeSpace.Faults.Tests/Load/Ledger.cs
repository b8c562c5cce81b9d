namespace SafeSpace.Faults.Tests.Load;

public enum WriteKind
{
    /// <summary>A contact through the interface for programs.</summary>
    Contact,

    /// <summary>A referral of somebody new through the interface for programs.</summary>
    Referral,

    /// <summary>A contact through the form on a page.</summary>
    Form,
}

public enum Fate
{
    /// <summary>No answer came, or one that promised nothing: it may be there once, or not at all.</summary>
    Unsure,

    /// <summary>Answered as saved: it is there, once.</summary>
    Acknowledged,

    /// <summary>Answered as wrong: it is not there.</summary>
    Refused,
}

/// <summary>One write that a client tried.</summary>
public sealed class Attempt(WriteKind kind, Guid key)
{
    public WriteKind Kind => kind;

    /// <summary>The Idempotency-Key, or the form's own id; also the mark by which the row is found again.</summary>
    public Guid Key => key;

    public Fate Fate { get; set; }

    /// <summary>What the server said the new row's id is.</summary>
    public Guid? Row { get; set; }

    /// <summary>Sends the very same again.</summary>
    public required Func<HttpClient, Task> SendAsync { get; set; }
}

/// <summary>What clients were told, beside what the store holds.</summary>
public sealed class Ledger
{
    private readonly List<Attempt> attempts = [];
    private readonly List<string> surprises = [];

    public IReadOnlyList<Attempt> Attempts
    {
        get
        {
            lock (attempts)
                return [.. attempts];
        }
    }

    /// <summary>Answers that no fault explains.</summary>
    public IReadOnlyList<string> Surprises
    {
        get
        {
            lock (attempts)
                return [.. surprises];
        }
    }

    public int Count(Fate fate)
    {
        lock (attempts)
            return attempts.Count(a => a.Fate == fate);
    }

    public void Note(Attempt attempt)
    {
        lock (attempts)
            attempts.Add(attempt);
    }

    public void Wonder(string at)
    {
        lock (attempts)
            surprises.Add(at);
    }

    /// <param name="found">By mark: the ids of the rows that carry it.</param>
    /// <returns>A sentence for each write that is not as it was promised.</returns>
    public IReadOnlyList<string> Compare(IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> found)
    {
        var all = Attempts;
        var known = all.Select(a => a.Key).ToHashSet();
        return
        [
            .. all.Select(a => Problem(a, found.GetValueOrDefault(a.Key, []))).OfType<string>(),
            .. found.Keys.Where(k => !known.Contains(k)).Select(k => $"{k} is there and nobody sent it."),
        ];
    }

    private static string? Problem(Attempt attempt, IReadOnlyList<Guid> rows) => (attempt.Fate, rows.Count) switch
    {
        (_, > 1) => $"{attempt.Kind} {attempt.Key} is there {rows.Count} times: doubled.",
        (Fate.Acknowledged, 0) => $"{attempt.Kind} {attempt.Key} was acknowledged and is not there: lost.",
        (Fate.Refused, 1) => $"{attempt.Kind} {attempt.Key} was refused and is there.",
        (Fate.Acknowledged, 1) when attempt.Row is { } said && said != rows[0] => $"{attempt.Kind} {attempt.Key} is row {rows[0]}, but the answer said {said}.",
        _ => null,
    };
}
