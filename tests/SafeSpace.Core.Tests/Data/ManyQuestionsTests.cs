using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>Nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>As many questions as all pages ask are worked out once each; usually a thousand are kept, and the rest are worked out every time.</summary>
[Collection(nameof(Alone))]
public sealed class ManyQuestionsTests : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const int First = 771_000_000;
    private const int Many = 1_300;
    private int workedOut;

    [Fact]
    public async Task AskedAgain_NoneIsWorkedOutAgain()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        Kept.Clear(); // one place for the whole program, and all other tests together nearly fill it (4,046 of 5,000)
        using var watching = DiagnosticListener.AllListeners.Subscribe(this);
        await using var db = await store.ReadAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var number = First; number < First + Many; number++)
                await db.People.CountAsync(Is(number));

            Assert.Equal(Many, workedOut);
        }
    }

    private static MemoryCache Kept => (MemoryCache)typeof(Engine).GetField("Questions", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>The number stands in it as it is: so each is a question of its own.</summary>
    private static Expression<Func<Person, bool>> Is(int number)
    {
        var person = Expression.Parameter(typeof(Person), "person");
        return Expression.Lambda<Func<Person, bool>>(Expression.Equal(Expression.Property(person, nameof(Person.ReferenceNumber)), Expression.Constant(number)), person);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            value.Subscribe(this);
    }

    /// <summary>Making the store asks too: only this test's questions have these numbers.</summary>
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == CoreEventId.QueryCompilationStarting.Name && value.Value is QueryExpressionEventData { Expression: var question }
            && question.ToString() is { } text && Enumerable.Range(0, Many).Any(i => text.Contains((First + i).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
            Interlocked.Increment(ref workedOut);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
