using System.Runtime.InteropServices;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>
/// Counts people by something that depends on all the rows of each. What somebody adds is worked out twice for whoever a batch touched,
/// as it is now and as it was before the batch, and the difference is kept.
/// </summary>
/// <typeparam name="TKey">What people are counted by.</typeparam>
internal abstract class PeopleShares<TKey> : KeptTally where TKey : notnull
{
    private const int FewEnoughToAsk = 400;
    private readonly List<RowChange> changes = [];
    private readonly HashSet<PersonId> people = [];
    private readonly HashSet<PersonId> made = [];

    public sealed override void Add(RowChange change)
    {
        if (change is { Before: null, After: Person person })
            made.Add(person.Id);
        if (!Matters(change))
            return;
        changes.Add(change);
        foreach (var row in new[] { change.Before, change.After })
            if (PersonOf(row) is { } about)
                people.Add(about);
    }

    public sealed override async Task FlushAsync(GroupDb db)
    {
        if (changes.Count == 0)
            return;
        var rows = new Dictionary<Guid, object>();
        foreach (var some in people.Except(made).Chunk(FewEnoughToAsk)) // of somebody who came with this batch, all there is came with it too
            await ReadAsync(db, some, rows);
        var sums = new Dictionary<TKey, int>();
        foreach (var change in changes)
            Put(rows, change.RowId, change.After);
        AddAll(sums, rows, 1);
        foreach (var change in Enumerable.Reverse(changes))
            Put(rows, change.RowId, change.Before);
        AddAll(sums, rows, -1);
        foreach (var (key, sum) in sums.Where(s => s.Value != 0))
            Keep(db, key, sum);
    }

    /// <summary>Whether it may change what somebody adds.</summary>
    protected abstract bool Matters(RowChange change);

    /// <summary>The rows that matter, of these people, by their ids.</summary>
    protected abstract Task ReadAsync(GroupDb db, PersonId[] some, Dictionary<Guid, object> rows);

    /// <summary>What one person adds, once for each key.</summary>
    /// <param name="rows">All their rows that matter.</param>
    protected abstract IEnumerable<TKey> ShareOf(IEnumerable<object> rows);

    protected abstract void Keep(GroupDb db, TKey key, int people);

    public static void Add(Dictionary<TKey, int> sums, IEnumerable<TKey> share, int sign)
    {
        foreach (var one in share)
            CollectionsMarshal.GetValueRefOrAddDefault(sums, one, out _) += sign;
    }

    private void AddAll(Dictionary<TKey, int> sums, Dictionary<Guid, object> rows, int sign)
    {
        foreach (var person in rows.Values.GroupBy(PersonOf))
            Add(sums, ShareOf(person), sign);
    }

    private static void Put(Dictionary<Guid, object> rows, Guid id, object? row)
    {
        if (row is null)
            rows.Remove(id);
        else
            rows[id] = row;
    }

    private static PersonId? PersonOf(object? row) => row switch
    {
        Person person => person.Id,
        PersonFactor factor => factor.PersonId,
        Referral referral => referral.PersonId,
        _ => null,
    };
}
