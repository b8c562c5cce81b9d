using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>Every recorded row that says whose it is by a <c>PersonId</c>: found by the model, so that a new module's rows move too.</summary>
internal static class MovedRows
{
    /// <summary>A person has one case, worked out from spells: it does not move.</summary>
    private static bool Moves(IEntityType type) => type.ClrType != typeof(Case) && type.FindProperty("PersonId") is { } property
        && property.ClrType is { } clr && (clr == typeof(PersonId) || clr == typeof(PersonId?)) && typeof(IRecorded).IsAssignableFrom(type.ClrType);

    /// <summary>All rows of one person, tracked.</summary>
    public static async Task<List<IRecorded>> OfAsync(Unit unit, PersonId person)
    {
        await unit.Db.SaveChangesAsync();
        var rows = new List<IRecorded>();
        foreach (var type in unit.Db.Model.GetEntityTypes().Where(Moves))
        {
            var task = (Task<List<IRecorded>>)Loader.MakeGenericMethod(type.ClrType).Invoke(null, [unit.Db, person])!;
            rows.AddRange(await task);
        }

        return rows;
    }

    public static void Move(Unit unit, IRecorded row, PersonId to) => unit.Db.Entry(row).Property("PersonId").CurrentValue = to;

    public static string TableOf(Unit unit, IRecorded row) => unit.Db.Entry(row).Metadata.GetTableName()!;

    private static readonly System.Reflection.MethodInfo Loader =
        typeof(MovedRows).GetMethod(nameof(LoadAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    private static async Task<List<IRecorded>> LoadAsync<T>(GroupDb db, PersonId person) where T : class, IRecorded
    {
        var nullable = db.Model.FindEntityType(typeof(T))!.FindProperty("PersonId")!.ClrType == typeof(PersonId?);
        var rows = nullable
            ? db.Set<T>().Where(r => EF.Property<PersonId?>(r, "PersonId") == person)
            : db.Set<T>().Where(r => EF.Property<PersonId>(r, "PersonId") == person);
        return [.. await rows.ToListAsync()];
    }
}
