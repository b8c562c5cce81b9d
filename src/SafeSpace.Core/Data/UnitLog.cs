using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SafeSpace.Core.Data;

/// <summary>Watches what one unit of work saves: the first before and the last after of each recorded row.</summary>
internal sealed class UnitLog
{
    private readonly Dictionary<(string Table, Guid Row), RowChange> changes = [];

    public List<RowChange> Bulk { get; } = [];

    public IReadOnlyCollection<RowChange> Changes => Bulk.Count == 0 ? changes.Values : [.. changes.Values, .. Bulk];

    /// <summary>What is changed is how words are sealed, not what they say: a form that lies open is still on the newest version.</summary>
    public bool KeepVersions { get; set; }

    public bool Any => changes.Count > 0 || Bulk.Count > 0;

    public async Task<int> SaveAsync(GroupDb db, Func<Task<int>> save)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false; // it was looked just now: whoever lists or saves need not look again
        try
        {
            return await SaveFoundAsync(db, save);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<int> SaveFoundAsync(GroupDb db, Func<Task<int>> save)
    {
        var touched = db.ChangeTracker.Entries()
            .Where(e => e.Entity is IRecorded && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (Entry: e, e.State, Columns: ColumnsOf(e), Before: e.State == EntityState.Added ? null : e.OriginalValues.ToObject()))
            .Where(e => e.State != EntityState.Modified || e.Columns.Count > 0)
            .ToList();
        foreach (var (entry, state, _, _) in touched)
        {
            if (!KeepVersions && entry.Entity is IVersioned && state != EntityState.Deleted)
                entry.Property(nameof(IVersioned.Version)).CurrentValue = Shared.Ids.New();
        }

        var saved = await save();
        foreach (var (entry, state, columns, before) in touched)
            Note(entry, state, columns, before);
        return saved;
    }

    private void Note(EntityEntry entry, EntityState state, Dictionary<string, ColumnChange> columns, object? before)
    {
        var recorded = (IRecorded)entry.Entity;
        var table = entry.Metadata.GetTableName()!;
        var after = state == EntityState.Deleted ? null : entry.Entity;
        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(changes, (table, recorded.RowId), out var known);
        change ??= new RowChange
        {
            Table = table,
            RowId = recorded.RowId,
            About = (entry.Entity as IAboutPerson)?.About,
            Before = before,
            Columns = [],
        };
        foreach (var (name, column) in columns)
            change.Columns![name] = known && change.Columns.TryGetValue(name, out var first) ? column with { Before = first.Before } : column;
        change.After = after;
        change.StateHash = after is null ? new byte[RowState.HashLength] : RowState.Hash(entry.Metadata, after);
    }

    private static Dictionary<string, ColumnChange> ColumnsOf(EntityEntry entry)
    {
        var columns = new Dictionary<string, ColumnChange>();
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.GetColumnName();
            switch (entry.State)
            {
                case EntityState.Added when property.CurrentValue is not null:
                    columns[name] = new ColumnChange(null, property.CurrentValue);
                    break;
                case EntityState.Deleted when property.OriginalValue is not null:
                    columns[name] = new ColumnChange(property.OriginalValue, null);
                    break;
                case EntityState.Modified when property.IsModified && !Equals(property.OriginalValue, property.CurrentValue):
                    columns[name] = new ColumnChange(property.OriginalValue, property.CurrentValue);
                    break;
            }
        }

        return columns;
    }
}
