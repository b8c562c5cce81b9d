using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>
/// What a merge changed, column by column, with before and after; and whose rows there were. Kept sealed on the merge. A part is put
/// back only where nobody changed it since: what people did later is never lost by an undo.
/// </summary>
internal sealed record MergeRecord(List<MergedRow> Rows, List<Guid> KeptRows)
{
    public static MergeRecord Of(Unit unit, IEnumerable<Guid> keptRows)
    {
        var rows = unit.Log.Changes.Where(c => c.Columns is not null && (c.Before ?? c.After) is not (null or PairDecision)).Select(c =>
        {
            var type = TypeOf(unit.Db, c.Table);
            var columns = type.GetProperties().Where(p => p.Name != nameof(IVersioned.Version) && c.Columns!.ContainsKey(p.GetColumnName()))
                .ToDictionary(p => p.GetColumnName(), p => new MergedColumn(Write(p, c.Columns![p.GetColumnName()].Before), Write(p, c.Columns[p.GetColumnName()].After)));
            return new MergedRow(c.Table, c.RowId, c.Before is null, c.After is null, columns);
        });
        return new MergeRecord([.. rows], [.. keptRows]);
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static MergeRecord FromJson(string json) => JsonSerializer.Deserialize<MergeRecord>(json)!;

    /// <summary>Puts every column back that still holds what the merge left in it; rows the merge removed come again, rows it made go.</summary>
    public async Task PutBackAsync(Unit unit)
    {
        foreach (var row in Rows.OrderBy(r => (r.Made, !r.Removed)))
        {
            var type = TypeOf(unit.Db, row.Table);
            var entity = await unit.Db.FindAsync(type.ClrType, KeyOf(type, row.Id));
            if (row.Removed)
            {
                if (entity is null)
                    unit.Db.Add(Make(type, row));
            }
            else if (entity is not null && row.Made)
                unit.Db.Remove(entity);
            else if (entity is not null)
                foreach (var (name, column) in row.Columns)
                    PutBack(unit.Db, entity, type, name, column);
        }
    }

    /// <summary>Whether somebody changed since what the merge had worked out, so that it must be worked out anew.</summary>
    public async Task<bool> WasTouchedSinceAsync(Unit unit)
    {
        foreach (var row in Rows.Where(r => !r.Removed))
        {
            var type = TypeOf(unit.Db, row.Table);
            var entity = await unit.Db.FindAsync(type.ClrType, KeyOf(type, row.Id));
            if (entity is null || row.Columns.Any(c => !Same(Write(PropertyOf(type, c.Key), unit.Db.Entry(entity).Property(PropertyOf(type, c.Key).Name).CurrentValue), c.Value.After)))
                return true;
        }

        return false;
    }

    private static void PutBack(GroupDb db, object entity, IEntityType type, string name, MergedColumn column)
    {
        var property = PropertyOf(type, name);
        var now = db.Entry(entity).Property(property.Name);
        if (Same(Write(property, now.CurrentValue), column.After))
            now.CurrentValue = Read(property, column.Before);
    }

    private static object Make(IEntityType type, MergedRow row)
    {
        var entity = Activator.CreateInstance(type.ClrType)!;
        foreach (var (name, column) in row.Columns)
        {
            var property = PropertyOf(type, name);
            property.PropertyInfo!.SetValue(entity, Read(property, column.Before));
        }

        return entity;
    }

    private static IEntityType TypeOf(GroupDb db, string table) => db.Model.GetEntityTypes().First(t => t.GetTableName() == table);

    private static IProperty PropertyOf(IEntityType type, string column) => type.GetProperties().First(p => p.GetColumnName() == column);

    private static object KeyOf(IEntityType type, Guid id)
    {
        var key = type.FindPrimaryKey()!.Properties.Single().ClrType;
        return key == typeof(Guid) ? id : Activator.CreateInstance(key, id)!;
    }

    private static JsonNode? Write(IProperty property, object? value) => value switch
    {
        null => null,
        Sealed words => Convert.ToBase64String(words.Bytes.Span),
        _ => JsonSerializer.SerializeToNode(value, Bare(property)),
    };

    private static object? Read(IProperty property, JsonNode? node)
    {
        if (node is null)
            return null;
        return Bare(property) == typeof(Sealed) ? new Sealed(Convert.FromBase64String(node.GetValue<string>())) : node.Deserialize(Bare(property));
    }

    private static Type Bare(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b) || a?.ToJsonString() == b?.ToJsonString();
}

internal sealed record MergedRow(string Table, Guid Id, bool Made, bool Removed, Dictionary<string, MergedColumn> Columns);

internal sealed record MergedColumn(JsonNode? Before, JsonNode? After);
