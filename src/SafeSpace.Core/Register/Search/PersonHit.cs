using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Search;

/// <summary>Somebody who may be meant, and why.</summary>
/// <param name="Why">English sentences without names in them, the strongest first; keys of the language files.</param>
/// <param name="MergedFrom">The reference that was asked for, when that record stands merged into this one.</param>
/// <param name="Died">We were told that they have died: shown quietly, nothing is offered.</param>
public sealed record PersonHit(
    PersonId Id, string Reference, string GivenName, string Surname, string? KnownAs, DateOnly? DateOfBirth, string? Postcode,
    CaseState? State, DateOnly? OpenedOn, IReadOnlyList<string> Why, string? MergedFrom, bool Died = false)
{
    public string FullName => string.Join(' ', new[] { GivenName, Surname }.Where(n => n.Length > 0));
}
