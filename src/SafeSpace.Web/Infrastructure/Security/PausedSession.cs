using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>
/// Somebody's session that waits for the PIN: nobody is signed in, but it is known who was. A request feature;
/// the sign-in pages offer the PIN, and what a refused post held may be kept for this account.
/// </summary>
public sealed record PausedSession(Guid SessionId, UserId UserId, string Name, bool HasPin);
