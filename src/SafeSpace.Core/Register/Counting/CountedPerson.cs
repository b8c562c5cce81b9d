namespace SafeSpace.Core.Register.Counting;

/// <summary>One person's referrals and spells, each in order.</summary>
public sealed record CountedPerson(Guid Person, IReadOnlyList<CountedReferral> Referrals, IReadOnlyList<CountedSpell> Spells)
{
    public bool IsOpenOn(DateOnly day) => Spells.Any(spell => spell.IsOpenOn(day));
}
