namespace SafeSpace.Core.Import.Whose;

/// <summary>How an import asks the group's store whom it knows. Nothing is ever written through it: a dry run uses the same.</summary>
/// <param name="ByReference">The person under a reference written the group's way; null where there is none.</param>
/// <param name="ByName">
/// Everybody whose given name and surname may be these; more than needed does no harm, as names are compared again.
/// </param>
public sealed record PeopleLookup(Func<string, KnownPerson?> ByReference, Func<string, string, IReadOnlyList<KnownPerson>> ByName)
{
    /// <summary>A group that knows nobody yet.</summary>
    public static readonly PeopleLookup Nobody = new(_ => null, (_, _) => []);
}
