using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>
/// The model behind a wall: every table with a person's id in it leaves the walled people's rows out, by itself, so that no page can
/// forget to. A model of its own, because the filter costs a little on each query and almost nobody needs it.
/// </summary>
internal static class WallModel
{
    public static void HideRows(ModelBuilder builder, GroupDb db)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            var row = Expression.Parameter(entity.ClrType, "row");
            var rules = entity.GetProperties().Where(p => p.ClrType == typeof(PersonId) || p.ClrType == typeof(PersonId?))
                .Select(p => Rule(row, p.Name, p.ClrType, db)).ToList();
            if (rules.Count > 0)
                entity.SetQueryFilter(Expression.Lambda(rules.Aggregate(Expression.AndAlso), row));
        }
    }

    private static Expression Rule(ParameterExpression row, string column, Type type, GroupDb db)
    {
        var walled = Expression.Property(Expression.Constant(db), nameof(GroupDb.Walled));
        Expression id = Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(column));
        var known = type == typeof(PersonId) ? id : Expression.Property(id, nameof(Nullable<>.Value));
        var outside = Expression.Not(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(PersonId)], walled, known));
        return type == typeof(PersonId) ? outside : Expression.OrElse(Expression.Equal(id, Expression.Constant(null, type)), outside);
    }
}

/// <summary>Two models of one context on each engine: the whole store, and the one behind a wall. All are kept in one place (<c>Engine.Questions</c>).</summary>
internal sealed class WallModelKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), context is GroupDb { Walled.Count: > 0 }, context.Database.ProviderName, designTime);
}
