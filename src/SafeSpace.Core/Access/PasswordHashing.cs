using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SafeSpace.Core.Access;

/// <summary>How slowly passwords are hashed, on every way they come in: pages and commands alike.</summary>
public static class PasswordHashing
{
    /// <summary>PBKDF2 with SHA-512: the count OWASP asks for.</summary>
    public const int Rounds = 210_000;

    public static readonly IPasswordHasher<User> Slow = With(Rounds);

    public static IPasswordHasher<User> With(int rounds) => new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
}
