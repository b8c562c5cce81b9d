using SafeSpace.Core.Audit;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.SocialValue;
using static SafeSpace.Core.Privacy.Map.Mapping;

namespace SafeSpace.Core.Privacy.Map;

/// <summary>The register, referrals, the diary, the record books.</summary>
internal static class PeopleTables
{
    public static readonly MappedTable[] All =
    [
        People<Person>("somebody we support or supported",
            Name("GivenName Surname KnownAs"), Reach("Address Postcode PostcodeKey Email"), Identifier("Reference"), Fact("DateOfBirth Ethnicity Language"),
            Kept(Grade.Fact, "Gender", "counted in reports in their own words, where fewer than five are not shown"),
            Words("SafeTimes WhoMayAnswer CommunicationNeeds BeforeRinging")),
        Gone<PersonPhone>("a number somebody can be reached at", Reach("Number Reversed Note")),
        People<FamilyMember>("somebody of the family", Name("Name"), Fact("Tie"), Reach("Phone"), Words("MayHear")),
        Gone<PersonAccount>("which account is whose own record"),
        People<Case>("the case of a person", Choice("Team")),
        People<Spell>("one stretch of a case", Choice("CloseReason"), Words("HowThingsAre")),
        People<PersonFactor>("something that weighs on somebody", Choice("Factor")),
        People<PairDecision>("what was decided about two records", Colleague("DecidedByName"), Words("Why")),
        People<Merge>("two records joined", Words("Before")),
        Gone<PairOffer>("two records that look alike", Words("Reasons")),
        Gone<PairToLook>("a record to look for likes of"),
        Nobody<NameWord>("a folded word of somebody's name", "Words nobody bears any more go when somebody is erased.", Kept(Grade.Name, "Word", "goes when nobody bears it any more")),
        Nobody<NameKey>("what a word is found by", "Goes with its word."),
        Gone<NamePair>("who bears which words"),
        Nobody<ReferenceCounter>("the last reference given", "A number."),
        People<Death>("we were told that somebody died", Colleague("SaidByName"), Words("Words")),
        People<DeathTold>("who was told of a death", Words("Whom"), Name("ToldBy")),
        People<StoppedRow>("what a death stopped", Choice("What")),
        People<SadNews>("a kind word to a peer"),
        People<Referral>("one referral",
            Words("NamedAs ToldUs Needs Risks HowSoonWords OutcomeWords"), Name("ReferrerName TalkedWith"), Reach("ReferrerContact"), Choice("Team HowSoon OutcomeReason"), Colleague("DecidedByName")),
        People<OwedItem>("what a referrer owes us", Words("What")),
        People<DirectReturn>("somebody came back directly", Choice("Team"), Colleague("TakenByName"), Colleague("ToldByName"), Words("Words")),
        Nobody<ComingBackAgreement>("whether people may come back directly", "About the group.", Group("AgreedWith")),
        People<Contact>("one diary entry", Words("Words Agreed"), Colleague("PeerName")),
        People<CallUnderWay>("a call that goes on"),
        People<Member>("somebody on the membership list", Name("Name"), Identifier("NameKey Number Card"), Choice("Network")),
        People<CentreSignIn>("somebody was at the centre", Name("Name"), Identifier("NameKey"), Choice("Session")),
        Nobody<SupportLevelMonth>("a month has levels of its own", "A month."),
        Nobody<SupportLevel>("a peer supporter's level", "Peer supporters, not people we support.", Colleague("Name NameKey"), Choice("Level")),
        Nobody<DoorAddress>("the page at a door", "A secret address.", Group("Label"), Secret("SecretHash")),
        People<CrisisEntry>("a line of the crisis log", Name("Name"), Identifier("NameKey"), Choice("Kind")),
        Nobody<LeaderHours>("hours somebody led", "Leaders' own hours.", Colleague("Name NameKey"), Choice("Level")),
        Nobody<SupportGiven>("hours of support given, by kind", "Totals.", Choice("Kind")),
        Nobody<Income>("money that came in", "Money.", Group("From Kind")),
        Nobody<Rate>("an agreed rate", "Money.", Group("AgreedBy Component Level PriceYear Source Unit")),
        Nobody<ReferenceFigure>("a figure others published", "Published.", Group("Source Value What Year")),
        Nobody<MonthClosing>("a month that was closed", "Figures.", Machine("Figures"), Colleague("ClosedBy ReopenedBy"), Group("Why")),
        Nobody<ValueSettings>("how we count", "About the group."),
        Nobody<ValueStatement>("a value statement", "Figures.", Machine("Figures"), Colleague("CheckedBy PreparedBy PublishedBy"), Group("Why")),
        Nobody<View>("somebody looked", "The name of an erased person's own account is taken out.", Colleague("ByName"), Choice("Surface")),
        People<ViewedPerson>("who stood on a page that was looked at"),
    ];
}
