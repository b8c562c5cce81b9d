namespace SafeSpace.Core.Register.Counting;

/// <summary>A referral with its place in the count.</summary>
/// <param name="SpellIndex">Which of the person's spells it belongs to, from 0 in order of opening.</param>
public readonly record struct CountedReferral(Guid Id, ReferralKind Kind, int SpellIndex);
