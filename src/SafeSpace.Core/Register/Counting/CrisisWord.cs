namespace SafeSpace.Core.Register.Counting;

/// <summary>What a facilitator said of a referral. Their word stands over the rule's suggestion.</summary>
public enum CrisisWord
{
    SameCrisis,
    NewCrisis,
}
