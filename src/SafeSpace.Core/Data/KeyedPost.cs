using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Core.Data;

/// <summary>What a post was answered with, word for word.</summary>
/// <param name="Body">JSON; empty when there is none.</param>
public sealed record PostAnswer(int Status, string Body, string? Location = null);

/// <summary>
/// A post that came with a key of its caller's choosing (<c>Idempotency-Key</c>). What it changes and what it is answered are one unit of work:
/// either both are durable or neither is, so the same post sent again gets the same answer and changes nothing.
/// </summary>
/// <param name="keyHash">Of caller, route and key.</param>
/// <param name="owner">Whose key the answer is sealed with; null for a token.</param>
public sealed class KeyedPost(byte[] keyHash, byte[] bodyHash, Guid? owner)
{
    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private const string Column = "answered_post.answer";
    private static readonly AsyncLocal<KeyedPost?> Ambient = new();
    private Func<object?, PostAnswer?>? answerOf;
    private Type? answered;

    /// <summary>Units run on the writer's own loop, where nothing ambient reaches: <see cref="GroupStore"/> takes it along when the change is asked for.</summary>
    internal static KeyedPost? Current => Ambient.Value;

    /// <summary>Makes a change whose unit also keeps the answer. <paramref name="answer"/> gives null for a refusal: nothing is kept, a better post may follow.</summary>
    /// <exception cref="AlreadyAnsweredException">The same key was answered while this one waited; nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">The change answered without going through <c>GroupStore.Write</c> with the type <typeparamref name="T"/>.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> change, Func<T, PostAnswer?> answer)
    {
        answered = typeof(T);
        var kept = false;
        answerOf = result => answer((T)result!) is { } given ? Noted(given) : null;
        Ambient.Value = this;
        try
        {
            var result = await change();
            if (!kept && answer(result) is not null)
                throw new InvalidOperationException($"The answer {typeof(T).Name} was not kept with the change: the service must return it from its unit of work.");
            return result;
        }
        finally
        {
            Ambient.Value = null;
        }

        PostAnswer Noted(PostAnswer given)
        {
            kept = true;
            return given;
        }
    }

    /// <summary>The answer this key was given already; null when it was given none. Throws when it was given for another body.</summary>
    /// <exception cref="OtherBodyException">The key was used with something else.</exception>
    public async Task<PostAnswer?> FindAsync(GroupDb db, Vault vault, DateTime now)
    {
        var row = await db.AnsweredPosts.AsNoTracking().SingleOrDefaultAsync(p => p.KeyHash == keyHash);
        if (row is null || row.At < now - Remembered)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(row.BodyHash, bodyHash))
            throw new OtherBodyException();
        var words = vault.Open(Column, row.RowId, row.Answer) ?? "\n";
        var line = words.IndexOf('\n', StringComparison.Ordinal);
        return new PostAnswer(row.Status, words[(line + 1)..], line == 0 ? null : words[..line]);
    }

    internal Func<Unit, Task<T>> Answering<T>(Func<Unit, Task<T>> work) => answered != typeof(T) ? work : async unit =>
    {
        var known = await unit.Db.AnsweredPosts.FindAsync(keyHash);
        if (known is not null && known.At >= unit.Now - Remembered)
            throw new AlreadyAnsweredException();
        var result = await work(unit);
        if (answerOf!(result) is { } answer)
            Keep(unit, known, answer);
        return result;
    };

    private void Keep(Unit unit, AnsweredPost? known, PostAnswer answer)
    {
        var row = known ?? new AnsweredPost { KeyHash = keyHash, BodyHash = bodyHash };
        row.BodyHash = bodyHash;
        row.RowId = Shared.Ids.New();
        row.Status = answer.Status;
        row.At = unit.Now;
        row.Answer = unit.Sealing.Seal(owner ?? Guid.Empty, Column, row.RowId, $"{answer.Location}\n{answer.Body}");
        if (known is null)
            unit.Db.AnsweredPosts.Add(row);
    }
}
