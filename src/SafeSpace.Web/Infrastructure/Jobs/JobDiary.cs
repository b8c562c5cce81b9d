using System.Collections.Concurrent;

namespace SafeSpace.Web.Infrastructure.Jobs;

/// <param name="At">When it last ended.</param>
/// <param name="Error">The kind of error it ended with; null when it went well.</param>
/// <param name="FailingSince">Since when it has not gone well; null while it does.</param>
public sealed record JobEnded(DateTimeOffset At, string? Error, DateTimeOffset? FailingSince);

/// <summary>How jobs of each group last ended on this node, for the page that shows it. Begins anew with the program.</summary>
public sealed class JobDiary(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Slug, string Job), JobEnded> ended = new();

    public void Note(string slug, string job, string? error) => ended.AddOrUpdate(
        (slug, job),
        _ => new JobEnded(time.GetUtcNow(), error, error is null ? null : time.GetUtcNow()),
        (_, before) => new JobEnded(time.GetUtcNow(), error, error is null ? null : before.FailingSince ?? time.GetUtcNow()));

    public JobEnded? Find(string slug, string job) => ended.GetValueOrDefault((slug, job));
}
