namespace SafeSpace.Core.Register.Counting;

/// <summary>One referral as the counting rule sees it.</summary>
/// <param name="Id">The referral.</param>
/// <param name="Person">Whom it counts for: after a merge, the person who stays.</param>
/// <param name="On">The day of the referral.</param>
/// <param name="ClosedOn">The day the spell it belongs to was closed; null while it is open.</param>
/// <param name="Order">What was written first on one day: a time of day, a row number; lower is earlier.</param>
/// <param name="Said">The facilitator's word, if there is one.</param>
public readonly record struct ReferralFact(Guid Id, Guid Person, DateOnly On, DateOnly? ClosedOn, long Order = 0, CrisisWord? Said = null);
