using System.Security.Cryptography;
using System.Text;

namespace SafeSpace.Core.Reports.Packs.Disclosure;

/// <summary>Somebody who has every pack and restatement and knows how the tables hang together: what they can work out of what is not shown.</summary>
internal sealed class Outsider
{
    private readonly Dictionary<string, Quantity> quantities;
    private readonly Dictionary<string, int> partOf = [];
    private readonly List<Part> parts = [];

    /// <summary>By figure: as little and as much as it was in some way of filling in what is not shown that fits everything published.</summary>
    private readonly Dictionary<string, (double Least, double Most)> witnesses;

    /// <param name="witnesses">What was found possible when no more was withheld than now: it still is.</param>
    public Outsider(PackFigures published, Dictionary<string, (double Least, double Most)>? witnesses = null)
    {
        this.witnesses = witnesses ?? [];
        quantities = published.Quantities.DistinctBy(q => q.Name).ToDictionary(q => q.Name);
        foreach (var relation in published.Relations)
            Join(relation);
        parts.RemoveAll(p => p.Relations.Count == 0);
        partOf.Clear();
        for (var i = 0; i < parts.Count; i++)
            foreach (var name in parts[i].Unknown)
                partOf[name] = i;
    }

    /// <summary>Every relation that touches something not shown which hangs together with this.</summary>
    public IEnumerable<Relation> Around(string name) =>
        partOf.TryGetValue(name, out var part) ? parts[part].Relations : [];

    /// <summary>What the answer to <see cref="Keeps"/> depends on: which figures the secret's own hang together with through what is not shown.</summary>
    public string Around(Secret secret) => string.Join('+', secret.Of.Select(t => quantities[t.Quantity].Shown ? "shown" : partOf.TryGetValue(t.Quantity, out var part) ? parts[part].Mark : "alone"));

    /// <summary>Whether the secret can be as little as nothing and as much as four people, for all that is published.</summary>
    public bool Keeps(Secret secret)
    {
        var known = secret.Of.Where(t => quantities[t.Quantity].Shown).Sum(t => t.Factor * quantities[t.Quantity].Value);
        var unknown = secret.Of.Where(t => !quantities[t.Quantity].Shown).ToList();
        if (unknown.Count == 0)
            return false;
        const decimal near = 0.0001m;
        if (secret.Of.Count == 1 && witnesses.TryGetValue(unknown[0].Quantity, out var seen) && seen.Least <= (double)(secret.Low + near) && seen.Most >= (double)(secret.High - near))
            return true;
        decimal? low = known;
        decimal? high = known;
        foreach (var together in unknown.GroupBy(t => partOf.TryGetValue(t.Quantity, out var part) ? part : -1))
        {
            var (least, most) = together.Key < 0 ? Free([.. together]) : parts[together.Key].Range([.. together], quantities, witnesses);
            (low, high) = (low + least, high + most);
        }

        return (low is null || low <= secret.Low + near) && (high is null || high >= secret.High - near);
    }

    private static (decimal? Least, decimal? Most) Free(IReadOnlyList<Term> terms) =>
        (terms.Any(t => t.Factor < 0) ? null : 0, terms.Any(t => t.Factor > 0) ? null : 0);

    private void Join(Relation relation)
    {
        var unknown = relation.Terms.Select(t => t.Quantity).Where(n => !quantities[n].Shown).Distinct().ToList();
        if (unknown.Count == 0)
            return;
        var joined = new Part();
        joined.Unknown.UnionWith(unknown);
        joined.Relations.Add(relation);
        foreach (var part in unknown.Where(partOf.ContainsKey).Select(n => parts[partOf[n]]).Distinct().ToList())
        {
            joined.Unknown.UnionWith(part.Unknown);
            joined.Relations.AddRange(part.Relations);
            part.Relations.Clear();
        }

        parts.Add(joined);
        foreach (var name in joined.Unknown)
            partOf[name] = parts.Count - 1;
    }

    /// <summary>Figures that hang together through what is not shown.</summary>
    private sealed class Part
    {
        private Simplex? simplex;
        private Dictionary<string, int>? places;
        private string? mark;

        public HashSet<string> Unknown { get; } = [];

        public List<Relation> Relations { get; } = [];

        /// <summary>The same for the same figures.</summary>
        public string Mark => mark ??= Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Unknown.Order(StringComparer.Ordinal)))));

        public (decimal? Least, decimal? Most) Range(IReadOnlyList<Term> terms, Dictionary<string, Quantity> quantities, Dictionary<string, (double Least, double Most)> witnesses)
        {
            simplex ??= Set(quantities);
            var sum = new double[places!.Count];
            foreach (var term in terms)
                sum[places[term.Quantity]] += (double)term.Factor;
            var (least, most) = (simplex.Least(sum, out var low), simplex.Greatest(sum, out var high));
            Witness(low, witnesses);
            Witness(high, witnesses);
            return ((decimal?)least, (decimal?)most);
        }

        /// <summary>A way of filling in says something of every figure in it, not only of the one it was looked for.</summary>
        private void Witness(double[]? point, Dictionary<string, (double Least, double Most)> witnesses)
        {
            if (point is null)
                return;
            foreach (var (name, place) in places!)
                witnesses[name] = witnesses.TryGetValue(name, out var before) ? (Math.Min(before.Least, point[place]), Math.Max(before.Most, point[place])) : (point[place], point[place]);
        }

        private Simplex Set(Dictionary<string, Quantity> quantities)
        {
            places = Unknown.Select((name, place) => (name, place)).ToDictionary(p => p.name, p => p.place);
            var (balance, right) = (new List<double[]>(), new List<double>());
            foreach (var relation in Relations)
            {
                var row = new double[places.Count];
                var rest = 0m;
                foreach (var term in relation.Terms)
                {
                    if (places.TryGetValue(term.Quantity, out var place))
                        row[place] += (double)term.Factor;
                    else
                        rest -= term.Factor * quantities[term.Quantity].Value;
                }

                balance.Add(row);
                right.Add((double)rest);
            }

            return new Simplex(balance, right);
        }
    }
}
