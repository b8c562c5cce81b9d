using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.Changes;

/// <summary>Kinds of change as people say them; a kind without words of its own is shown by its name.</summary>
public static class ChangeWords
{
    public static string Of(Texts t, string kind) => kind switch
    {
        "PersonAdded" => t["added to the register"],
        "PersonChanged" => t["details changed"],
        "PersonMerged" => t["joined with another record"],
        "MergeUndone" => t["parted from another record"],
        "PairKeptApart" => t["said to be two people"],
        "FactorsNoted" => t["what is going on noted"],
        "FamilyAdded" => t["family added"],
        "FamilyChanged" => t["family changed"],
        "FamilyEnded" => t["family: not any more"],
        "CaseSteppedDown" => t["stepped down"],
        "CaseSteppedUp" => t["open again"],
        "CaseClosed" => t["case closed"],
        "CaseReopened" => t["case opened again"],
        "CaseCloseUndone" => t["closing taken back"],
        "ContactLogged" => t["contact logged"],
        "ContactCorrected" => t["contact corrected"],
        "PromiseMade" => t["promise made"],
        "PromiseKept" => t["promise kept"],
        "PromiseMoved" => t["promise moved"],
        "PromiseGiven" => t["promise given to somebody"],
        "PromiseMissed" => t["promise missed, and they were told"],
        "PromiseReleased" => t["promise not needed any more"],
        "TaskAdded" => t["something to do noted"],
        "TaskChanged" => t["something to do changed"],
        "TaskDone" => t["something done for them"],
        "TaskDropped" => t["something to do not needed any more"],
        "AgreementMade" => t["something agreed"],
        "AgreementChanged" => t["agreement changed"],
        "AgreementEnded" => t["agreement ended"],
        "RhythmAgreed" => t["rhythm of calls agreed"],
        "RhythmEnded" => t["rhythm of calls ended"],
        "PlanSaved" => t["plan written"],
        "OwnPageInvited" => t["invited to a page of their own"],
        "OwnPageEnded" => t["page of their own ended"],
        "OfferSaid" => t["said what they can give"],
        "CallStarted" => t["call begun"],
        "CallStopped" => t["call over"],
        "CallCameToNothing" => t["call came to nothing"],
        "ContactJoined" => t["a caller turned out to be them"],
        "PersonReferred" => t["referred"],
        "ReferralDecided" => t["referral answered"],
        "PersonCameBack" => t["came back directly"],
        "PersonClaimed" => t["claimed by a peer"],
        "PersonGivenBack" => t["given back by a peer"],
        "PersonDied" => t["said to have died"],
        "DeathTakenBack" => t["they live: it was a mistake"],
        "DeathTold" => t["somebody was told of the death"],
        "ConcernRaised" => t["safeguarding concern raised"],
        "ConcernTold" => t["somebody was told of a concern"],
        "ConcernAnswered" => t["answer to a concern came"],
        "ConcernClosed" => t["concern closed"],
        _ => t[string.Concat(kind.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()))],
    };

    /// <summary>Where the change stands, as people call it.</summary>
    public static string OfTable(Texts t, string table) => table switch
    {
        "person_case" => t["case"],
        "spell" => t["stretch of the case"],
        "person_factor" => t["what is going on"],
        "family_member" => t["family"],
        "peer_tie" => t["who rings them"],
        "referral_owed" => t["still owed"],
        _ => t[table.Replace('_', ' ')],
    };
}
