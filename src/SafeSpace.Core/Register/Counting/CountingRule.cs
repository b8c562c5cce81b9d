namespace SafeSpace.Core.Register.Counting;

/// <summary>
/// Who is new, who came back and who rang twice in one crisis. The one place: pages, import, merging and reports all ask here.
/// A person is counted once, ever. Never known: first. Referred while a spell is open that day: double. Otherwise: repeat, a new spell.
/// </summary>
public static class CountingRule
{
    /// <summary>What the page suggests for a referral that comes in now.</summary>
    public static ReferralKind Suggest(bool hasOpenSpell, bool everKnown) =>
        !everKnown ? ReferralKind.First : hasOpenSpell ? ReferralKind.Double : ReferralKind.Repeat;

    /// <summary>
    /// Somebody known comes back without a referral: a kind of its own beside the three, and a spell of its own that no referral began.
    /// While a spell is open it is the same crisis and nothing is counted: null.
    /// </summary>
    public static ReturnKind? OfReturn(bool agreed, bool hasOpenSpell) =>
        hasOpenSpell ? null : agreed ? ReturnKind.TakenBack : ReturnKind.AskedWhileOff;

    /// <summary>Works a whole set of referrals out anew, as after an import or a merge. The order they are given in does not matter.</summary>
    public static IReadOnlyList<CountedPerson> Work(IEnumerable<ReferralFact> referrals) =>
        [.. referrals.GroupBy(referral => referral.Person).Select(group => WorkPerson(group.Key, group))];

    private static CountedPerson WorkPerson(Guid person, IEnumerable<ReferralFact> referrals)
    {
        var spells = new List<CountedSpell>();
        var counted = new List<CountedReferral>();
        foreach (var referral in referrals.OrderBy(r => r.On).ThenBy(r => r.Order).ThenBy(r => r.Id))
        {
            var open = spells.FindLastIndex(spell => spell.IsOpenOn(referral.On));
            var kind = Decide(referral, open >= 0, spells.Count > 0);
            if (kind == ReferralKind.Double)
            {
                var index = open >= 0 ? open : spells.Count - 1;
                spells[index] = spells[index].With(referral.ClosedOn);
                counted.Add(new(referral.Id, kind, index));
                continue;
            }

            // Somebody said "a new crisis" while a spell was open: the old one ends there, so nobody is open twice on one day.
            if (open >= 0)
                spells[open] = spells[open] with { ClosedOn = referral.On };
            spells.Add(new(referral.On, referral.ClosedOn));
            counted.Add(new(referral.Id, kind, spells.Count - 1));
        }

        return new(person, counted, spells);
    }

    private static ReferralKind Decide(ReferralFact referral, bool hasOpenSpell, bool everKnown) =>
        !everKnown ? ReferralKind.First : referral.Said switch
        {
            CrisisWord.SameCrisis => ReferralKind.Double,
            CrisisWord.NewCrisis => ReferralKind.Repeat,
            _ => Suggest(hasOpenSpell, everKnown),
        };
}
