using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>
/// An id that stands for nobody any more, kept outside the group's store: whoever puts an older copy back has them erased again.
/// </summary>
public sealed class ErasedPerson
{
    public required string Slug { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Words too, or who they are alone.</summary>
    public bool Everything { get; set; }

    public DateTime At { get; set; }
}

internal sealed class ErasedPersonMapping : INetworkMapping, IEntityTypeConfiguration<ErasedPerson>
{
    public void Configure(EntityTypeBuilder<ErasedPerson> builder) => builder.HasKey(e => new { e.Slug, e.PersonId });
}

/// <summary>
/// Who was erased, as the network store knows it; and as a list beside the nightly copies, so that a copy put back on another machine
/// brings nobody back either. Ids and nothing else.
/// </summary>
public sealed class ErasedPeople(Stores stores)
{
    private const string ListName = "erased.list";

    public async Task AddAsync(string slug, IReadOnlyCollection<PersonId> people, bool everything, DateTime at)
    {
        await using var network = await stores.NetworkAsync();
        foreach (var person in people)
        {
            if (await network.ErasedPeople.FindAsync(slug, person) is { } known)
                known.Everything |= everything;
            else
                network.ErasedPeople.Add(new ErasedPerson { Slug = slug, PersonId = person, Everything = everything, At = at });
        }

        await network.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<ErasedPerson>> ReadAsync(string slug)
    {
        await using var network = await stores.NetworkAsync();
        return await network.ErasedPeople.AsNoTracking().Where(e => e.Slug == slug).OrderBy(e => e.PersonId).ToListAsync();
    }

    /// <summary>Writes the list anew beside every copy that lies on this machine: a machine that is lost the same day brings nobody back.</summary>
    public async Task WriteBesideCopiesAsync(string slug)
    {
        var folders = (await new CareRuns(stores).KeptAsync(slug)).Select(c => Path.GetDirectoryName(c.File)).Distinct();
        foreach (var folder in folders.Where(Directory.Exists))
        {
            try
            {
                await WriteBesideAsync(slug, folder!);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // One folder that takes nothing keeps no erasure from its end: the next nightly copy tries again.
            }
        }
    }

    /// <summary>Writes the list into the folder of a group's copies.</summary>
    public async Task WriteBesideAsync(string slug, string folder)
    {
        if (await ReadAsync(slug) is not { Count: > 0 } people)
            return;
        var lines = people.Select(e => $"{e.PersonId.Value:N} {(e.Everything ? "everything" : "identity")}");
        var file = Path.Combine(folder, ListName);
        await using (var writer = new StreamWriter(PrivateFile.Write(file + ".part")))
        {
            foreach (var line in lines)
                await writer.WriteLineAsync(line);
        }

        File.Move(file + ".part", file, overwrite: true);
    }

    /// <summary>What the list beside a copy says that this network does not know yet.</summary>
    public async Task TakeFromBesideAsync(string slug, string copy)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(copy))!, ListName);
        if (!File.Exists(file))
            return;
        foreach (var words in (await File.ReadAllLinesAsync(file)).Select(l => l.Split(' ')))
        {
            if (words is [var id, var way] && Guid.TryParseExact(id, "N", out var person))
                await AddAsync(slug, [new PersonId(person)], way == "everything", GroupNow());
        }
    }

    private DateTime GroupNow() => GroupClock.ToMicrosecond(stores.Time.GetUtcNow().UtcDateTime);
}
