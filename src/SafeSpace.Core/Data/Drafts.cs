using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>Kept words, and when they were kept (UTC).</summary>
/// <param name="Copy">Which window typed them: two windows on one form never write over each other. "" where there was no script.</param>
public sealed record KeptWords(string Words, DateTime SavedAt, string Copy = "");

/// <summary>What a browser seals an account's typing with while the line is down; handed to that account alone, kept by no browser.</summary>
/// <param name="Tag">Names the account's entries in a browser that several people use, and tells nobody whose they are.</param>
public sealed record BrowserKey(byte[] Key, string Tag);

/// <summary>
/// What somebody was typing (30 days), and what a post held that could not be taken (30 minutes). Sealed with the account's own key:
/// nobody else is ever shown it.
/// </summary>
public sealed class Drafts(GroupStore store, GroupDb db)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    public static readonly TimeSpan PostsKept = TimeSpan.FromMinutes(30);

    public const int LongestKey = 120;

    /// <summary>The longest words kept: a very long form, several times over.</summary>
    public const int MostWords = 256 * 1024;

    /// <summary>Keys of refused posts begin with it; a page's own keys cannot.</summary>
    public const string PostPrefix = "post:";

    /// <summary>Between a form's key and the copy of one window.</summary>
    public const char CopySign = '~';

    private const string Column = "draft.words";

    /// <summary>Keeps the newest words of one form. The words before are gone.</summary>
    public Task SaveAsync(UserId owner, string key, string words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, LongestKey);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, MostWords);
        return store.Write("DraftSaved", Actor.System, async unit =>
        {
            await SweepAsync(unit);
            var draft = await unit.Db.Drafts.SingleOrDefaultAsync(d => d.UserId == owner && d.Key == key);
            if (draft is null)
                unit.Db.Drafts.Add(draft = new Draft { Id = Ids.New(), UserId = owner, Key = key });
            draft.Words = unit.SealFor(owner, Column, draft.Id, words);
            draft.SavedAt = unit.Now;
        });
    }

    public async Task<KeptWords?> FindAsync(UserId owner, string key)
    {
        var since = store.Clock.Now - (IsPost(key) ? PostsKept : Kept);
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.UserId == owner && d.Key == key && d.SavedAt >= since);
        return draft is not null && store.Vault.Open(Column, draft.Id, draft.Words) is { } words ? new KeptWords(words, draft.SavedAt) : null;
    }

    /// <summary>Throws kept words away; nothing happens when there are none.</summary>
    public async Task DropAsync(UserId owner, string key)
    {
        if (!await db.Drafts.AnyAsync(d => d.UserId == owner && d.Key == key))
            return;
        await store.Write("DraftDropped", Actor.System, unit => unit.Db.Drafts.Where(d => d.UserId == owner && d.Key == key).ExecuteDeleteAsync());
    }

    /// <summary>Every window's words of one form, or every post to one page, the newest first.</summary>
    public async Task<IReadOnlyList<KeptWords>> FindAllAsync(UserId owner, string key)
    {
        var (since, copies) = (store.Clock.Now - (IsPost(key) ? PostsKept : Kept), key + CopySign);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.UserId == owner && d.SavedAt >= since && (d.Key == key || d.Key.StartsWith(copies))).ToListAsync();
        return
        [
            .. from draft in drafts
               let words = store.Vault.Open(Column, draft.Id, draft.Words)
               where words is not null
               orderby draft.SavedAt descending
               select new KeptWords(words, draft.SavedAt, draft.Key.Length > key.Length ? draft.Key[copies.Length..] : ""),
        ];
    }

    /// <summary>The account's key for a browser. The same from every session, so that what one sign-in left unsent the next one sends.</summary>
    public async Task<BrowserKey> BrowserKeyAsync(UserId owner)
    {
        if (store.Vault.KeyOf(owner.Value) is not { } own)
        {
            await store.Write("DraftKeyMade", Actor.System, unit =>
            {
                unit.SealFor(owner, Column, Guid.Empty, "-");
                return Task.CompletedTask;
            });
            own = store.Vault.KeyOf(owner.Value)!;
        }

        byte[] Derive(byte[] info, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, own, length, info: info);
        return new BrowserKey(Derive("safe space: drafts in a browser"u8.ToArray(), 32), Base64Url.EncodeToString(Derive("safe space: whose drafts in a browser"u8.ToArray(), 9)));
    }

    private static bool IsPost(string key) => key.StartsWith(PostPrefix, StringComparison.Ordinal);

    private static async Task SweepAsync(Unit unit)
    {
        var (drafts, posts, answers) = (unit.Now - Kept, unit.Now - PostsKept, unit.Now - KeyedPost.Remembered);
        await unit.Db.Drafts.Where(d => d.SavedAt < drafts || (d.SavedAt < posts && d.Key.StartsWith(PostPrefix))).ExecuteDeleteAsync();
        await unit.Db.AnsweredPosts.Where(p => p.At < answers).ExecuteDeleteAsync();
    }
}
