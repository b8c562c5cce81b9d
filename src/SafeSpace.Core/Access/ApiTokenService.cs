using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>A token just made, and its secret: shown once, never kept.</summary>
public sealed record MadeToken(ApiToken Token, string Secret);

/// <summary>Tokens for the interface: each has a name, one role, and a secret of which the store keeps the hash.</summary>
public sealed class ApiTokenService(GroupStore store)
{
    public async Task<MadeToken> AddAsync(string name, Role role, Actor by)
    {
        var secret = Secrets.New();
        var hash = Secrets.HashOf(secret);
        var id = Ids.New();
        var token = await store.Write("ApiTokenMade", by, unit =>
        {
            var made = new ApiToken { Id = id, Name = name.Trim(), Role = role, SecretHash = hash, AddedAt = unit.Now };
            unit.Db.ApiTokens.Add(made);
            return Task.FromResult(made);
        });
        return new MadeToken(token, secret);
    }

    /// <summary>The token a secret belongs to, unless it was revoked or never was.</summary>
    public static Task<ApiToken?> FindAsync(GroupDb db, string secret) => OfSecret.AskAsync(db, Secrets.HashOf(secret));

    private static readonly Question<byte[], ApiToken?> OfSecret =
        new((db, hash) => db.Set<ApiToken>().AsNoTracking().SingleOrDefault(t => t.SecretHash == hash && t.RevokedAt == null));

    /// <returns>False when there is no such token.</returns>
    public Task<bool> RevokeAsync(Guid id, Actor by) =>
        store.Write("ApiTokenRevoked", by, async unit =>
        {
            if (await unit.Db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id) is not { } token)
                return false;
            token.RevokedAt ??= unit.Now;
            return true;
        });
}
