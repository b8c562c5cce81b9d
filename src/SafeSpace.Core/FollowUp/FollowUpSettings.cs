using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>What a group decides about calls and own pages, as chosen.</summary>
public sealed record FollowUpChoice(bool AsksMood, bool OwnPages, bool NamesWhoLooked);

public sealed class FollowUpSettings(GroupStore store)
{
    public static async Task<FollowUpRules> ReadAsync(GroupDb db) => await db.FollowUpRules.AsNoTracking().SingleOrDefaultAsync() ?? new FollowUpRules();

    /// <param name="seen">The version the form was filled in on; empty when nothing was decided yet.</param>
    /// <exception cref="StaleVersionException">Somebody else was quicker.</exception>
    public Task ChangeAsync(FollowUpChoice choice, Guid seen, Actor by) =>
        store.Write("FollowUpRulesChanged", by, async unit =>
        {
            var rules = await unit.Db.FollowUpRules.SingleOrDefaultAsync();
            if (rules is null)
                unit.Db.FollowUpRules.Add(rules = new FollowUpRules());
            else
                Unit.Expect(rules, seen);
            (rules.AsksMood, rules.OwnPages, rules.NamesWhoLooked) = (choice.AsksMood, choice.OwnPages, choice.NamesWhoLooked);
        });
}
