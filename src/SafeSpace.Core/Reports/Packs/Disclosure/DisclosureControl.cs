namespace SafeSpace.Core.Reports.Packs.Disclosure;

/// <summary>A pack that cannot be published without giving somebody away, whatever is withheld from it.</summary>
public sealed class GivesAwayException(string what) : Shared.SafeSpaceException($"This cannot be published: {what} would give somebody away.");

/// <summary>
/// Decides what of a pack is shown. Fewer than five are withheld; then whatever an outsider could work them out from, with everything published
/// before in hand, until no number of one to four people, no small change and no sum of money can be narrowed down to less than "none to four".
/// What was published before stays as it was.
/// </summary>
public static class DisclosureControl
{
    private const int MostRounds = 400;

    public static void Protect(PackFigures before, PackFigures now)
    {
        var old = before.Quantities.Select(q => q.Name).ToHashSet();
        var fresh = now.Quantities.Where(q => !old.Contains(q.Name)).ToList();
        var all = PackFigures.Together([before, now]);
        var byName = all.Quantities.DistinctBy(q => q.Name).ToDictionary(q => q.Name);
        var small = all.Changes.Where(c => IsSmall(c, byName)).Select(c => c.After).ToHashSet();
        foreach (var quantity in fresh)
            quantity.Shown = !quantity.Hidden && !quantity.TooFew && !small.Contains(quantity.Name);
        var secrets = SecretsOf(all);
        var mayGo = fresh.Where(q => !q.Hidden).ToDictionary(q => q.Name);
        // Most of what hangs together is the same as in the round before: what was worked out of it once is not worked out again.
        var worked = new Dictionary<(string Secret, string Around), bool>();
        var witnesses = new Dictionary<string, (double Least, double Most)>();
        for (var round = 0; round < MostRounds; round++)
        {
            var outsider = new Outsider(all, witnesses);
            var told = secrets.Where(s => !Keeps(s, outsider)).ToList();
            if (told.Count == 0)
                return;
            var gone = new List<Quantity>();
            foreach (var secret in told)
                if (Withhold(secret, outsider, all, mayGo, gone) is { } quantity)
                    gone.Add(quantity);
            if (gone.Count == 0)
                throw new GivesAwayException(told[0].What);
        }

        throw new GivesAwayException("something");

        bool Keeps(Secret secret, Outsider outsider)
        {
            var key = (secret.What, outsider.Around(secret));
            if (!worked.TryGetValue(key, out var keeps))
                worked[key] = keeps = outsider.Keeps(secret);
            return keeps;
        }
    }

    /// <summary>Everything that must not be narrowed down: small numbers, money of a few, and small changes of what was published.</summary>
    public static IReadOnlyList<Secret> SecretsOf(PackFigures figures)
    {
        var byName = figures.Quantities.DistinctBy(q => q.Name).ToDictionary(q => q.Name);
        var secrets = byName.Values.Where(q => q.GivesAway)
            .Select(q => new Secret(q.Name, [new Term(q.Name, 1)], 0, (Quantity.Fewest - 1) * q.Unit)).ToList();
        foreach (var change in figures.Changes.Where(c => IsSmall(c, byName)))
        {
            var (after, before) = (byName[change.After], byName[change.Before]);
            var most = (Quantity.Fewest - 1) * Math.Max(after.Unit, before.Unit);
            var up = after.Value > before.Value;
            secrets.Add(new Secret($"{change.After} - {change.Before}", [new Term(change.After, 1), new Term(change.Before, -1)], up ? 0 : -Math.Min(most, before.Value), up ? most : 0));
        }

        return secrets;
    }

    /// <summary>What an outsider can narrow down of what is published; nothing when all is well.</summary>
    public static IReadOnlyList<string> Told(PackFigures published)
    {
        var outsider = new Outsider(published);
        return [.. SecretsOf(published).Where(s => !outsider.Keeps(s)).Select(s => s.What)];
    }

    private static bool IsSmall(Change change, Dictionary<string, Quantity> byName)
    {
        var (after, before) = (byName[change.After], byName[change.Before]);
        var unit = Math.Max(after.Unit, before.Unit);
        return unit > 0 && after.Value != before.Value && Math.Abs(after.Value - before.Value) < Quantity.Fewest * unit;
    }

    /// <summary>Takes one more figure away: one that stands in a sum with the secret, else near it; the one that is missed least.</summary>
    private static Quantity? Withhold(Secret secret, Outsider outsider, PackFigures all, Dictionary<string, Quantity> mayGo, IReadOnlyList<Quantity> gone)
    {
        var own = secret.Of.Select(t => t.Quantity).ToHashSet();
        var near = all.Relations.Where(r => r.Terms.Any(t => own.Contains(t.Quantity))).ToList();
        if (near.Any(r => r.Terms.Any(t => gone.Any(q => q.Name == t.Quantity))))
            return null; // something beside it went just now, which may be enough
        var around = own.SelectMany(outsider.Around).Except(near);
        var candidate = Candidates(near, mayGo).FirstOrDefault() ?? Candidates(around, mayGo).FirstOrDefault()
            ?? own.Select(n => mayGo.GetValueOrDefault(n)).FirstOrDefault(q => q is { Shown: true });
        if (candidate is not null)
            candidate.Shown = false;
        return candidate;
    }

    private static IEnumerable<Quantity> Candidates(IEnumerable<Relation> relations, Dictionary<string, Quantity> mayGo) =>
        relations.SelectMany(r => r.Terms).Select(t => mayGo.GetValueOrDefault(t.Quantity)).OfType<Quantity>().Where(q => q.Shown)
            .DistinctBy(q => q.Name).OrderBy(q => q.Weight).ThenBy(q => q.Value).ThenBy(q => q.Name, StringComparer.Ordinal);
}
