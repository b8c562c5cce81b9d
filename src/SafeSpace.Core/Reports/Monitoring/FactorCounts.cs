using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>How many people each factor weighs on, as the referrer and as peers see it.</summary>
internal sealed class FactorCounts
{
    private readonly Dictionary<string, int> referrer = [];
    private readonly Dictionary<string, int> peers = [];
    private readonly Dictionary<string, int> gap = [];
    private int referrerPeople;
    private int peerPeople;

    /// <summary>People whose first referral named anxiety or depression and nothing else.</summary>
    public int Alone { get; private set; }

    /// <summary>… and something else.</summary>
    public int Plus { get; private set; }

    /// <summary>One pass, person by person: a question for each figure would go through everybody seven times.</summary>
    public static async Task<FactorCounts> ReadAsync(GroupDb db, DateOnly on)
    {
        var counts = new FactorCounts();
        var (named, heard) = (new HashSet<string>(), new HashSet<string>());
        var person = default(PersonId);
        await foreach (var row in FactorRows.ByPerson(db, on).AsAsyncEnumerable())
        {
            if (row.PersonId != person)
            {
                counts.Add(named, heard);
                named.Clear();
                heard.Clear();
                person = row.PersonId;
            }

            (row.ByPeers ? heard : named).Add(row.Factor);
        }

        counts.Add(named, heard);
        return counts;
    }

    public IReadOnlyDictionary<string, int> ByName() =>
        Codes(FactorNames.AlwaysNamed.Union(referrer.Keys)).ToDictionary(FactorNames.Of, code => referrer.GetValueOrDefault(code));

    public FactorViews Views() => new(
        referrerPeople,
        peerPeople,
        [.. Codes(FactorNames.AlwaysNamed.Union(referrer.Keys).Union(peers.Keys)).Select(code => new FactorView(
            code, FactorNames.Of(code), referrer.GetValueOrDefault(code), peers.GetValueOrDefault(code), gap.GetValueOrDefault(code)))]);

    /// <summary>One person: what their first referral named, and what peers heard.</summary>
    private void Add(HashSet<string> named, HashSet<string> heard)
    {
        referrerPeople += named.Count > 0 ? 1 : 0;
        peerPeople += heard.Count > 0 ? 1 : 0;
        foreach (var factor in named)
            CollectionsMarshal.GetValueRefOrAddDefault(referrer, factor, out _)++;
        foreach (var factor in heard)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(peers, factor, out _)++;
            if (!named.Contains(factor))
                CollectionsMarshal.GetValueRefOrAddDefault(gap, factor, out _)++;
        }

        if (named.Contains(FactorNames.AnxietyDepression))
            (Alone, Plus) = named.Count == 1 ? (Alone + 1, Plus) : (Alone, Plus + 1);
    }

    private static IEnumerable<string> Codes(IEnumerable<string> codes) => codes.OrderBy(FactorNames.PlaceOf).ThenBy(code => code, StringComparer.Ordinal);
}
