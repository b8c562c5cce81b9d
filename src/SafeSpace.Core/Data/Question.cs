using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SafeSpace.Core.Data;

/// <summary>
/// A question that is asked with every request, worked out once (for each engine, and for what stands behind a wall) instead of each time.
/// It speaks of tables as <c>db.Set&lt;T&gt;()</c>.
/// </summary>
public sealed class Question<TAbout, TAnswer>(Expression<Func<GroupDb, TAbout, TAnswer>> asked)
{
    private readonly ConditionalWeakTable<IModel, Func<GroupDb, TAbout, Task<TAnswer>>> workedOut = [];

    public Task<TAnswer> AskAsync(GroupDb db, TAbout about) => workedOut.GetValue(db.Model, _ => EF.CompileAsyncQuery(asked))(db, about);
}

/// <inheritdoc cref="Question{TAbout, TAnswer}"/>
public sealed class Question<TAbout, TAlso, TAnswer>(Expression<Func<GroupDb, TAbout, TAlso, TAnswer>> asked)
{
    private readonly ConditionalWeakTable<IModel, Func<GroupDb, TAbout, TAlso, Task<TAnswer>>> workedOut = [];

    public Task<TAnswer> AskAsync(GroupDb db, TAbout about, TAlso also) => workedOut.GetValue(db.Model, _ => EF.CompileAsyncQuery(asked))(db, about, also);
}

/// <inheritdoc cref="Question{TAbout, TAnswer}"/>
public sealed class Question<T1, T2, T3, TAnswer>(Expression<Func<GroupDb, T1, T2, T3, TAnswer>> asked)
{
    private readonly ConditionalWeakTable<IModel, Func<GroupDb, T1, T2, T3, Task<TAnswer>>> workedOut = [];

    public Task<TAnswer> AskAsync(GroupDb db, T1 first, T2 second, T3 third) => workedOut.GetValue(db.Model, _ => EF.CompileAsyncQuery(asked))(db, first, second, third);
}

/// <summary>As <see cref="Question{TAbout, TAnswer}"/>, answered with a list.</summary>
public sealed class ListQuestion<TAbout, TRow>(Expression<Func<GroupDb, TAbout, IQueryable<TRow>>> asked)
{
    private readonly ConditionalWeakTable<IModel, Func<GroupDb, TAbout, IAsyncEnumerable<TRow>>> workedOut = [];

    public Task<List<TRow>> AskAsync(GroupDb db, TAbout about) => workedOut.GetValue(db.Model, _ => EF.CompileAsyncQuery(asked))(db, about).ToListAsync().AsTask();
}

/// <summary>As <see cref="Question{TAbout, TAnswer}"/>, of the whole store, answered with a list; <see cref="Ask"/> where nothing can be awaited.</summary>
public sealed class ListQuestion<TRow>(Expression<Func<GroupDb, IQueryable<TRow>>> asked)
{
    private readonly ConditionalWeakTable<IModel, Func<GroupDb, IEnumerable<TRow>>> workedOut = [];
    private readonly ConditionalWeakTable<IModel, Func<GroupDb, IAsyncEnumerable<TRow>>> workedOutToAwait = [];

    public List<TRow> Ask(GroupDb db) => [.. workedOut.GetValue(db.Model, _ => EF.CompileQuery(asked))(db)];

    public Task<List<TRow>> AskAsync(GroupDb db) => workedOutToAwait.GetValue(db.Model, _ => EF.CompileAsyncQuery(asked))(db).ToListAsync().AsTask();
}
