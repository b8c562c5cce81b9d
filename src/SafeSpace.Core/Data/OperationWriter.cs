using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>Turns what a unit changed into an operation, and links operations to the chain.</summary>
internal static class OperationWriter
{
    private static readonly JsonWriterOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The sealed column that an operation's changes stand in.</summary>
    public const string Column = "operation_part.changes";

    public static Operation Make(string kind, Unit unit, IReadOnlyCollection<RowChange> changes)
    {
        var operation = new Operation
        {
            Id = Ids.New(),
            Kind = kind,
            At = unit.Now,
            ById = unit.By.Id,
            ByName = unit.By.Name,
            Rows = RowList.Pack(changes),
            PreviousHash = [],
            Hash = [],
        };
        if (unit.KeepsNoWords)
            return operation;
        foreach (var about in changes.Where(c => c.Columns is not null || unit.Why is not null).GroupBy(c => c.About))
        {
            var words = Describe(unit.Why, about);
            operation.Parts.Add(new OperationPart
            {
                Number = operation.Parts.Count,
                PersonId = about.Key,
                Changes = unit.Sealing.Seal(about.Key?.Value ?? Guid.Empty, Column, operation.Id, words),
            });
        }

        return operation;
    }

    /// <param name="was">The head, which is held until the commit that follows: no person is waited for while holding it.</param>
    public static async Task ChainAsync(GroupDb db, GroupStore store, ChainHead was, List<Operation> operations)
    {
        store.Vault.Expect(was.KeyMark);
        var (sequence, hash) = (was.Sequence, was.Hash);
        foreach (var operation in operations)
        {
            operation.Sequence = ++sequence;
            operation.PreviousHash = hash;
            foreach (var part in operation.Parts)
                part.Sequence = sequence;
            operation.Hash = hash = Chain.HashOf(operation);
        }

        var head = new ChainHead { Id = 1, Sequence = sequence, Hash = hash, Mac = Chain.MacOf(store.Vault.ChainKey, sequence, hash), KeyMark = was.KeyMark };
        db.Set<ChainHead>().Update(head);
        if (db.Database.IsSqlite())
        {
            await BulkInsert.RowsAsync(db, operations);
            await BulkInsert.RowsAsync(db, [.. operations.SelectMany(o => o.Parts)]);
        }
        else
        {
            db.Operations.AddRange(operations); // one question to the server for all of it
        }

        await db.SaveChangesAsync();
    }

    public static async Task<ChainHead> LockHeadAsync(GroupDb db, GroupStore store)
    {
        await using var command = LastingStatements.Command(db.Database.GetDbConnection(), store.Engine.LockHeadSql, db.Database.CurrentTransaction!.GetDbTransaction());
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException("The store has no head of the chain.");
        return new ChainHead { Id = 1, Sequence = reader.GetInt64(0), Hash = (byte[])reader.GetValue(1), KeyMark = reader.GetValue(2) as byte[], Mac = (byte[])reader.GetValue(3) };
    }

    private static string Describe(string? why, IEnumerable<RowChange> changes)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(text, Json))
        {
            json.WriteStartObject();
            json.WriteString("why", why);
            json.WriteStartArray("rows");
            foreach (var change in changes.Where(c => c.Columns is not null))
            {
                json.WriteStartObject();
                json.WriteString("table", change.Table);
                json.WriteString("row", change.RowId.ToString("N"));
                json.WriteStartObject("columns");
                foreach (var (name, value) in change.Columns!)
                {
                    json.WriteStartArray(name);
                    Write(json, value.Before);
                    Write(json, value.After);
                    json.WriteEndArray();
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Words(value));
                break;
        }
    }

    private static string? Words(object value) => value switch
    {
        string text => text,
        Sealed words => "sealed:" + Convert.ToBase64String(words.Bytes.Span),
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
