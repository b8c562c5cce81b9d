namespace SafeSpace.Core.Referrals;

/// <summary>The sealed columns of referrals, as the vault names them.</summary>
public static class ReferralWords
{
    public const string NamedAs = "referral.named_as";

    public const string HowSoonWords = "referral.how_soon_words";

    public const string ToldUs = "referral.told_us";

    public const string Needs = "referral.needs";

    public const string Risks = "referral.risks";

    public const string OutcomeWords = "referral.outcome_words";

    public const string Owed = "owed_item.what";
}
