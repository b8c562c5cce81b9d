using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

/// <summary>All rows that belong to some records of people, found by the map; tracked where the context tracks.</summary>
internal sealed class RowsOfPerson(GroupDb db, IReadOnlyList<PersonId> records, IReadOnlyList<Guid> accounts)
{
    private static readonly MethodInfo Loader = typeof(RowsOfPerson).GetMethod(nameof(LoadAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private readonly Dictionary<Type, IReadOnlyList<object>> loaded = [];

    public async Task<IReadOnlyList<object>> OfAsync(MappedTable table)
    {
        if (loaded.TryGetValue(table.Type, out var known))
            return known;
        var row = Expression.Parameter(table.Type, "row");
        Expression? rule = table.Belongs switch
        {
            Belongs.ToPeople => Any(TypeOf(table).GetProperties().Where(DataMap.IsOfPerson).Select(p => In(row, p, records.ToList()))),
            Belongs.Through through => In(row, TypeOf(table).FindProperty(through.Key)!, Ids(await OfAsync(DataMap.Of(through.Parent)))),
            Belongs.Behind behind => In(row, TypeOf(table).FindProperty("Id")!, await NamedAsync(behind)),
            Belongs.ToAccount => ToAccount(row, TypeOf(table).FindProperty("UserId")!),
            _ => null,
        };
        return loaded[table.Type] = rule is null ? [] : await (Task<IReadOnlyList<object>>)Loader.MakeGenericMethod(table.Type).Invoke(this, [Expression.Lambda(rule, row)])!;
    }

    private IEntityType TypeOf(MappedTable table) => db.Model.FindEntityType(table.Type)!;

    private Expression ToAccount(ParameterExpression row, IProperty property) =>
        property.ClrType == typeof(Guid) ? In(row, property, accounts.ToList()) : In(row, property, accounts.Select(a => new UserId(a)).ToList());

    private async Task<List<Guid>> NamedAsync(Belongs.Behind behind)
    {
        var rows = await OfAsync(DataMap.Of(behind.Child));
        return [.. rows.Select(r => db.Entry(r).Property(behind.Key).CurrentValue).OfType<Guid>()];
    }

    private static List<Guid> Ids(IReadOnlyList<object> rows) => [.. rows.Cast<IRecorded>().Select(r => r.RowId)];

    private static Expression Any(IEnumerable<Expression> rules) => rules.Aggregate(Expression.OrElse);

    private static Expression In<T>(ParameterExpression row, IProperty property, List<T> among) where T : struct
    {
        Expression value = Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name));
        var known = property.ClrType == typeof(T) ? value : Expression.Property(value, nameof(Nullable<>.Value));
        // Among a captured list, as a query written by hand has it: it becomes a parameter.
        Expression<Func<List<T>>> list = () => among;
        Expression contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(T)], list.Body, known);
        return property.ClrType == typeof(T) ? contains : Expression.AndAlso(Expression.NotEqual(value, Expression.Constant(null, property.ClrType)), contains);
    }

    private async Task<IReadOnlyList<object>> LoadAsync<T>(Expression<Func<T, bool>> rule) where T : class =>
        [.. await db.Set<T>().Where(rule).ToListAsync()];
}
