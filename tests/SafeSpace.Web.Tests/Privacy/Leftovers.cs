using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Privacy;

/// <summary>Where words still stand: in the bytes on the disk, and in everything that any key there is can open.</summary>
internal static class Leftovers
{
    /// <summary>SQLite: the file and its log, byte by byte. PostgreSQL: every row of every table as text, hexadecimal bytes too.</summary>
    public static async Task<IReadOnlyList<string>> OnDiskAsync(GroupStore store, params string[] words)
    {
        if (store.Engine is SqliteEngine sqlite)
        {
            var file = sqlite.FileOf(store.Slug);
            return [.. new[] { file, file + "-wal" }.Where(File.Exists).SelectMany(f => InBytes(ReadShared(f), words).Select(w => $"{Path.GetExtension(f)}: {w}"))];
        }

        await using var db = await store.ReadAsync();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
#pragma warning disable EF1002 // A table's name, from the model.
            var rows = await db.Database.SqlQueryRaw<string>($"SELECT t::text AS \"Value\" FROM \"{table}\" t").ToListAsync();
#pragma warning restore EF1002
            found.AddRange(from row in rows from word in words where row.Contains(word, StringComparison.OrdinalIgnoreCase) || row.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase) select $"{table}: {word}");
        }

        return [.. found.Distinct()];
    }

    /// <summary>Every sealed column of every table, and every part of every operation, opened with whatever key is left.</summary>
    public static async Task<IReadOnlyList<string>> SealedAsync(GroupStore store, params string[] words)
    {
        var found = new List<string>();
        await using var db = await store.ReadAsync();
        foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IRecorded).IsAssignableFrom(t.ClrType)))
        {
            var sealedColumns = type.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Sealed)).ToList();
            if (sealedColumns.Count == 0)
                continue;
            foreach (var row in await AllAsync(db, type.ClrType))
            {
                foreach (var column in sealedColumns)
                {
                    if (column.PropertyInfo!.GetValue(row) is Sealed value)
                        Look($"{type.GetTableName()}.{column.GetColumnName()}", store.Vault.Open($"{type.GetTableName()}.{column.GetColumnName()}", ((IRecorded)row).RowId, value));
                }
            }
        }

        foreach (var operation in await db.Operations.AsNoTracking().Include(o => o.Parts).ToListAsync())
        {
            Look($"operation {operation.Kind}", operation.ByName);
            foreach (var part in operation.Parts)
                Look($"part of {operation.Kind}", store.Vault.Open("operation_part.changes", operation.Id, part.Changes));
        }

        foreach (var draft in await db.Drafts.AsNoTracking().ToListAsync())
            Look("draft", store.Vault.Open("draft.words", draft.Id, draft.Words));
        foreach (var post in await db.AnsweredPosts.AsNoTracking().ToListAsync())
            Look("answered post", store.Vault.Open("answered_post.answer", post.RowId, post.Answer));
        return [.. found.Distinct()];

        void Look(string where, string? text) => found.AddRange(words.Where(w => text?.Contains(w, StringComparison.OrdinalIgnoreCase) == true).Select(w => $"{where}: {w}"));
    }

    private static async Task<IReadOnlyList<object>> AllAsync(GroupDb db, Type type) =>
        await (Task<IReadOnlyList<object>>)typeof(Leftovers).GetMethod(nameof(OfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db])!;

    private static async Task<IReadOnlyList<object>> OfAsync<T>(GroupDb db) where T : class => [.. await db.Set<T>().AsNoTracking().ToListAsync()];

    private static IEnumerable<string> InBytes(byte[] bytes, string[] words)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return words.Where(w => text.Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(w)), StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
