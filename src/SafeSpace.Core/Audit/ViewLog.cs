using System.Text.Json;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Audit;

/// <summary>
/// Records who looked, before anything is shown. If the store refuses, the entry goes to a local file that is made durable at once
/// and is brought in later; only when that fails too does looking fail.
/// </summary>
public sealed class ViewLog(GroupStore store, string dataFolder)
{
    private static readonly Lock FileLock = new();

    private string FallbackFile => Path.Combine(dataFolder, "views", store.Slug + ".jsonl");

    /// <summary>One entry for the whole page, with everybody on it.</summary>
    /// <exception cref="StoreBusyException">Neither the store nor the file took it: nothing may be shown.</exception>
    public async Task RecordAsync(Actor by, string surface, params IReadOnlyCollection<PersonId> shown)
    {
        var entry = new Entry(Ids.New(), store.Clock.Now, by.Id?.Value, by.Name, surface, [.. shown.Select(p => p.Value).Distinct()]);
        try
        {
            await SaveAsync([entry]);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            KeepInFile(entry, error);
        }
    }

    /// <summary>Brings entries from the local file into the store. Answers how many.</summary>
    public async Task<int> BringInAsync()
    {
        string[] lines;
        lock (FileLock)
            lines = File.Exists(FallbackFile) ? File.ReadAllLines(FallbackFile) : [];
        if (lines.Length == 0)
            return 0;
        Entry[] entries = [.. lines.Select(Read).OfType<Entry>()];
        await SaveAsync(entries);
        lock (FileLock)
        {
            var left = File.ReadAllLines(FallbackFile)[lines.Length..];
            if (left.Length == 0)
                File.Delete(FallbackFile);
            else
                File.WriteAllLines(FallbackFile, left);
        }

        return entries.Length;
    }

    private Task SaveAsync(Entry[] entries) =>
        store.Write("Viewed", Actor.System, async unit =>
        {
            foreach (var entry in entries)
            {
                if (await unit.Db.Views.FindAsync(entry.Id) is not null)
                    continue;
                unit.Db.Views.Add(new View { Id = entry.Id, At = entry.At, ById = entry.By is { } by ? new UserId(by) : null, ByName = entry.Name, Surface = entry.Surface, Shown = entry.People.Length });
                unit.Db.ViewedPeople.AddRange(entry.People.Select(p => new ViewedPerson { PersonId = new PersonId(p), ViewId = entry.Id }));
            }
        });

    private void KeepInFile(Entry entry, Exception reason)
    {
        try
        {
            lock (FileLock)
            {
                using var file = PrivateFile.Write(FallbackFile, FileMode.Append, FileShare.Read);
                // On a line of its own, whatever a full disk or a sudden end left of the line before.
                file.Write([.. "\n"u8, .. JsonSerializer.SerializeToUtf8Bytes(entry), .. "\n"u8]);
                file.Flush(flushToDisk: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreBusyException("This page cannot be shown just now, because who looks at it cannot be written down.", reason);
        }
    }

    /// <summary>Null for half a line: its writing never ended, so nothing was shown on the strength of it.</summary>
    private static Entry? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Entry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Entry(Guid Id, DateTime At, Guid? By, string Name, string Surface, Guid[] People);
}
