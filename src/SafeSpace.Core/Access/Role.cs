namespace SafeSpace.Core.Access;

/// <summary>What somebody does here. One account may have several.</summary>
public enum Role
{
    /// <summary>Refers people from a public service; sees what they referred and whether it was taken.</summary>
    Referrer,

    /// <summary>Supports people; sees those they support and those with an open case.</summary>
    Peer,

    /// <summary>On the desk: takes referrals, sees the register, directs calls.</summary>
    Facilitator,

    /// <summary>Nobody forgotten, safeguarding, looking after peers.</summary>
    Supervisor,

    /// <summary>Month end, lists, accounts, imports.</summary>
    Coordinator,

    /// <summary>The steering group: figures and decisions, never names.</summary>
    Steering,

    /// <summary>Who funds: published figures.</summary>
    Commissioner,

    /// <summary>Gets and gives help in the community.</summary>
    Member,
}
