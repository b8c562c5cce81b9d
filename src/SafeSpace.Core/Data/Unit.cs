using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>
/// One unit of work inside the writer's shared transaction. It may run twice, so it awaits nothing outside the database
/// and keeps nothing outside itself. What it changes becomes one <see cref="Operation"/>; if it changes nothing, there is none.
/// </summary>
public sealed class Unit
{
    internal Unit(GroupDb db, GroupStore store, Actor by)
    {
        Db = db;
        Store = store;
        By = by;
        Now = store.Clock.Now;
        Db.Log = Log;
        Sealing = store.Vault.Begin(db, Now);
    }

    public GroupDb Db { get; }

    public Actor By { get; }

    /// <summary>The moment of the change, in UTC.</summary>
    public DateTime Now { get; }

    public GroupClock Clock => Store.Clock;

    /// <summary>Why, in the words of who made the change; sealed.</summary>
    public string? Why { get; set; }

    /// <summary>The operation of this unit holds hashes and no words: neither what rows held before nor what they hold now.</summary>
    internal bool KeepsNoWords { get; set; }

    internal GroupStore Store { get; }

    internal UnitLog Log { get; } = new();

    internal UnitSealing Sealing { get; }

    /// <summary>Seals words about a person (or about nobody: null) for one column of one row. Empty words give null.</summary>
    public Sealed? Seal(PersonId? person, string column, Guid row, string? words) =>
        string.IsNullOrEmpty(words) ? null : Sealing.Seal(person?.Value ?? Guid.Empty, column, row, words);

    /// <summary>Seals words for one account alone: what it was typing.</summary>
    public Sealed SealFor(UserId account, string column, Guid row, string words) => Sealing.Seal(account.Value, column, row, words);

    /// <summary>Makes the key of somebody whose id was made in this unit, without asking whether they have one.</summary>
    public void MakeKey(PersonId person) => Db.SealingKeys.AddRange(Sealing.MakeKeys([person]));

    /// <summary>Makes the keys of people who are new in this unit, all at once rather than each at their first sealed word.</summary>
    public Task MakeKeysAsync(IReadOnlyList<PersonId> people) => InsertManyAsync(Sealing.MakeKeys(people));

    /// <summary>Opens what is sealed. Words whose key was destroyed give null.</summary>
    public string? Open(string column, Guid row, Sealed? words) => Sealing.Open(column, row, words);

    /// <summary>Refuses an edit that was made on an older version than the row's.</summary>
    public static void Expect(IVersioned row, Guid seen)
    {
        if (row.Version != seen)
            throw new StaleVersionException();
    }

    /// <summary>
    /// Puts in many new rows at once, past the change tracker: prepared inserts on SQLite, COPY on PostgreSQL.
    /// They are recorded by their hashes. Columns are those of the mapping; database defaults are not used.
    /// </summary>
    public Task InsertManyAsync<T>(IReadOnlyList<T> rows) where T : class => BulkInsert.RunAsync(this, rows);

    /// <summary>From here until this is saved nobody else saves anything, on any node: what is read now stays as it is read. For what is rare and short.</summary>
    internal Task AloneAsync() => OperationWriter.LockHeadAsync(Db, Store);

    internal async Task FinishAsync() => await Db.SaveChangesAsync();
}
