namespace SafeSpace.Core.Register;

/// <summary>The sealed columns of the register, as the vault names them.</summary>
public static class PersonWords
{
    public const string SafeTimes = "person.safe_times";

    public const string WhoMayAnswer = "person.who_may_answer";

    public const string CommunicationNeeds = "person.communication_needs";

    public const string BeforeRinging = "person.before_ringing";

    public const string MayHear = "family_member.may_hear";

    public const string HowThingsAre = "spell.how_things_are";

    public const string BeforeMerge = "merge.before";

    public const string DecisionWhy = "pair_decision.why";
}
