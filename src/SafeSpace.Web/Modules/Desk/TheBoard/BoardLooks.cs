using System.Collections.Concurrent;
using SafeSpace.Core.Access;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Desk.TheBoard;

/// <summary>
/// Who was written down already as seen on whose open board in the last quarter of an hour. Without it a board that renews itself all
/// evening would bury "who looked" under the same line a thousand times. Nothing is shown before it was written down once.
/// </summary>
public sealed class BoardLooks
{
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<(string Group, UserId? Viewer), Look> looks = new();

    public Seen NewFor(string group, Viewer viewer, DateTime now, IEnumerable<PersonId> shown)
    {
        var look = looks.AddOrUpdate((group, viewer.Id), _ => new Look(now), (_, old) => now - old.Since > OneLook || old.Since > now ? new Look(now) : old);
        return new Seen(look, [.. shown.Where(p => !look.Written.ContainsKey(p))]);
    }

    public sealed record Look(DateTime Since)
    {
        internal ConcurrentDictionary<PersonId, byte> Written { get; } = new();
    }

    public sealed record Seen(Look Look, IReadOnlyList<PersonId> Ids)
    {
        /// <summary>They are in the record now.</summary>
        public void Written()
        {
            foreach (var id in Ids)
                Look.Written[id] = 0;
        }
    }
}
