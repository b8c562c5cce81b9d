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

/// <summary>As <see cref="Question{TAbout, TAnswer}"/>, of the whole store, answered with a list where nothing can be awaited.</summary>
public sealed class ListQuestion<TRow>(Expression<Func<GroupDb, IEnumerable<TRow>>> asked)
{
    private readonly ConditionalWeakTable<IModel, Func<GroupDb, IEnumerable<TRow>>> workedOut = [];

    public List<TRow> Ask(GroupDb db) => [.. workedOut.GetValue(db.Model, _ => EF.CompileQuery(asked))(db)];
}
