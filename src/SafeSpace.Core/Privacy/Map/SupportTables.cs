using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.Handover;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Desk.NightSheet;
using SafeSpace.Core.Desk.SinceLast;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Help;
using static SafeSpace.Core.Privacy.Map.Mapping;

namespace SafeSpace.Core.Privacy.Map;

/// <summary>Follow-up, the desk, practical help, other doors.</summary>
internal static class SupportTables
{
    public static readonly MappedTable[] All =
    [
        People<Promise>("a call or visit promised", Words("Words"), Choice("AskedBy For")),
        People<SupportTask>("something to do for somebody", Words("What Outcome")),
        People<PeerTie>("who rings somebody"),
        People<Rhythm>("a rhythm of calls", Words("Words")),
        People<PlanVersion>("a plan in the person's own words", Words("Words")),
        People<Agreement>("something agreed", Words("What Why EndWords")),
        Gone<OwnPageInvitation>("an invitation to an own page", Words("SafeWay")),
        People<PersonOffer>("what somebody can give", Words("Words")),
        Nobody<FollowUpRules>("rules of calls and own pages", "About the group."),
        People<Concern>("a safeguarding concern", Words("What PersonWants Outcome"), Colleague("RaisedByName")),
        People<ConcernTold>("who was told of a concern", Words("Whom Answer")),
        Nobody<EmergencyStep>("what to do in an emergency", "About the group.", Group("RingName RingPhone WhatToDo When")),
        People<AskedFor>("whom somebody would like to talk with", Fact("Gender Language"), Words("Words")),
        People<Direction>("a call given to a peer", Words("BackWords Caller Note")),
        Nobody<Handover>("what one shift told the next", "Its lines are about people, and are emptied.", Colleague("WrittenByName")),
        People<HandoverLine>("a line of a handover", Words("Words"), Choice("Part")),
        Nobody<HandoverRead>("who read a handover", "Colleagues.", Colleague("ReaderName")),
        Behind<KeepApart, KeepApartSide>("KeepApartId", "two people who must not meet", Words("Why")),
        People<KeepApartSide>("one of the two"),
        Nobody<NightSheetMade>("a sheet for the night was made", "How many stood on it.", Colleague("MadeByName")),
        Nobody<SinceMark>("what somebody has read", "Colleagues."),
        Nobody<Site>("a place", "About the group.", Group("Name")),
        Nobody<OpeningPlan>("opening hours", "About the group.", Group("Week")),
        Nobody<ClosedDay>("a day we are shut", "About the group.", Group("Why")),
        Nobody<ContractPlan>("the contract's plan", "About the group."),
        Nobody<DeskSettings>("what the desk does", "About the group.", Group("NoKeyholder")),
        People<Visit>("somebody is in the building", Words("FirstName")),
        People<BreakGlass>("somebody reached through a wall", Colleague("ByName"), Words("Why")),
        People<HelpGiven>("one thing somebody had", Choice("Item"), Colleague("PeerName"), Identifier("Receipt"), Words("Words")),
        Gone<ReceiptPhoto>("a photo of a receipt", Words("Picture"), Machine("Type")),
        People<PotEntry>("money in or out of a pot", Colleague("ByName"), Words("Words")),
        Nobody<Pot>("money for practical help", "Money.", Group("Name For From"), Choice("Item")),
        Through<PurseClaim, HelpGiven>("HelpId", "what a peer paid", Colleague("PeerName EndedByName"), Choice("Item"), Identifier("Receipt"), Words("Words Answer")),
        Nobody<StockItem>("things on a shelf", "Things.", Group("Name"), Choice("Item")),
        People<StockMove>("things that came or went", Colleague("ByName"), Words("Words")),
        Nobody<SupportItem>("what we help with", "A list.", Group("Code Label Usually")),
        People<Voucher>("a voucher", Identifier("Number"), Words("Beyond")),
        Nobody<VoucherScheme>("a partner's vouchers", "About partners.", Group("Name Partner"), Choice("Item")),
        Nobody<VoucherRule>("a partner's rule", "About partners.", Group("CutOffs")),
        Nobody<Household>("who lives together", "No word; its members end."),
        People<HouseholdMember>("somebody lives there"),
        Nobody<DeliveryRound>("a delivery round", "Its stops are about people, and are emptied.", Group("Name")),
        People<DeliveryStop>("one stop of a round", Words("AddressThen Words")),
        People<DoorstepNote>("what to know at a door", Words("Diet Doorstep NotToSay")),
        People<Connection>("somebody on the way to another door",
            Choice("Kind LateWhy Outcome RefusedWhy Shares"), Kept(Grade.Group, "PartnerName", "a partner's, counted"), Colleague("SentBy"), Words("What SentWords RefusedWords OutcomeWords")),
        People<Appointment>("an appointment"),
        Nobody<CounsellingSlot>("a counsellor's slot", "No word of anybody."),
        Nobody<Counsellor>("a counsellor", "Colleagues.", Colleague("Name")),
        Nobody<ConnectionRules>("rules of the counselling clock", "About the group."),
        Nobody<Partner>("another service", "About partners.", Group("Name Address ClosedWhy Email ForWhom HowToRefer ImportedId Kind OpenWhen Phone Postcode Website WhatFor WhoKnowsUs"), Colleague("CheckedByName")),
        People<PassedBack>("somebody passed back", Colleague("ByName"), Words("What Outcome")),
        People<PassedBackTold>("who must act", Words("Whom Owes Came")),
        People<HospitalStay>("a stay in hospital", Words("Where WayHome HowHome")),
        People<Ask>("what somebody asks for", Choice("Kind"), Words("What")),
        People<HelpOffer>("what somebody can give", Choice("Kind"), Words("What")),
        People<Cause>("what we fight for", Choice("Kind Outcome"), Words("What OutcomeWords WorthWords")),
        People<CauseDeadline>("a deadline", Words("What")),
        People<UnmetNeed>("what nobody could give", Choice("Need"), Words("Words")),
    ];
}
