using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Invented;

/// <summary>Fills a group with invented people and contacts: recorded, sealed and counted like any others.</summary>
public sealed class Inventor(GroupStore store, InventionPlan plan)
{
    private const int MostPeopleAtOnce = 500;
    private const int MostContactsAtOnce = 6000;

    /// <param name="progress">Told how many people are made, of how many.</param>
    public async Task<InventionMade> RunAsync(Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        var teller = new StoryTeller(plan);
        var shares = teller.Shares();
        var firstDay = store.Clock.Today.AddDays(-plan.Days);
        var all = new InventionMade(0, 0, 0);
        for (var next = 0; next < plan.People;)
        {
            cancel.ThrowIfCancellationRequested();
            var first = next;
            var contacts = 0L;
            while (next < plan.People && next - first < MostPeopleAtOnce && (next == first || contacts + shares[next] <= MostContactsAtOnce))
                contacts += shares[next++];
            var stories = Enumerable.Range(first, next - first).Select(i => teller.Tell(i, shares[i])).ToList();
            var made = await store.Write("PeopleInvented", Actor.CommandLine, unit => new StoryRows(unit, plan, firstDay).WriteAsync(stories));
            all = new InventionMade(all.People + made.People, all.Referrals + made.Referrals, all.Contacts + made.Contacts);
            progress?.Invoke(next, plan.People);
        }

        return all;
    }
}
