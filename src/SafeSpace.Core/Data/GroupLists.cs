using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>A group's own lists: what a new group starts with, and how they are changed.</summary>
public sealed class GroupLists(GroupStore store)
{
    /// <summary>What every new group starts with; each group edits its own.</summary>
    private static readonly (GroupList List, string Code, string Label)[] Starter =
    [
        (GroupList.ReferringTeam, "crisis_team", "Crisis team"),
        (GroupList.ReferringTeam, "home_treatment", "Home treatment"),
        (GroupList.ReferringTeam, "hospital_liaison", "Hospital liaison"),
        (GroupList.ReferringTeam, "recovery_lounge", "Recovery lounge"),
        (GroupList.HowSoon, "today", "Today"),
        (GroupList.HowSoon, "this_week", "This week"),
        (GroupList.HowSoon, "when_you_can", "When you can"),
        (GroupList.Factor, "alcohol", "Alcohol"),
        (GroupList.Factor, "domestic_violence", "Domestic violence"),
        (GroupList.Factor, "covid", "COVID"),
        (GroupList.Factor, "suicide_attempt", "Suicide attempt"),
        (GroupList.Factor, "bereavement", "Bereavement"),
        (GroupList.Factor, "self_harm", "Self-harm"),
        (GroupList.Factor, "isolation", "Isolation"),
        (GroupList.Factor, "drugs", "Drugs"),
        (GroupList.Factor, "relationship_issues", "Relationship issues"),
        (GroupList.Factor, "anxiety_depression", "Anxiety/depression"),
        (GroupList.Factor, "financial", "Financial problems"),
        (GroupList.Factor, "housing", "Housing problems"),
        (GroupList.Factor, "benefits", "Benefits"),
        (GroupList.Factor, "carer", "Carer"),
        (GroupList.PointedElsewhere, "other_service", "Another service fits better"),
        (GroupList.PointedElsewhere, "out_of_area", "Lives outside our area"),
        (GroupList.PointedElsewhere, "emergency", "Needs an emergency service now"),
        (GroupList.NotNow, "no_room", "We have no room tonight"),
        (GroupList.NotNow, "not_wanted", "The person does not want it"),
        (GroupList.NotNow, "not_reached", "Could not be reached"),
        (GroupList.CloseReason, "better", "Things are better"),
        (GroupList.CloseReason, "other_support", "Has other support now"),
        (GroupList.CloseReason, "own_wish", "Their own wish"),
        (GroupList.CloseReason, "lost_touch", "We lost touch"),
        (GroupList.CloseReason, "moved_away", "Moved away"),
        (GroupList.CloseReason, "pointed_elsewhere", "Pointed elsewhere"),
        (GroupList.CloseReason, "not_now", "Not now"),
        (GroupList.LeaderLevel, "supporter", "Supporter"),
        (GroupList.LeaderLevel, "coordinator", "Coordinator"),
        (GroupList.LeaderLevel, "lead", "Lead"),
        (GroupList.SupportLevel, "level_1", "Level 1"),
        (GroupList.SupportLevel, "level_2", "Level 2"),
        (GroupList.SupportLevel, "level_3", "Level 3"),
        (GroupList.CentreSession, "day", "Day"),
        (GroupList.CentreSession, "half_day", "Half day"),
        (GroupList.MemberNetwork, "registered", "Registered"),
        (GroupList.MemberNetwork, "facebook", "Online network"),
        (GroupList.CrisisKind, "severe", "Severe"),
        (GroupList.CrisisKind, "brief", "Brief"),
        (GroupList.SupportKind, "appointments", "Appointments"),
        (GroupList.SupportKind, "social", "Social"),
        (GroupList.SupportKind, "moving_home", "Moving home"),
        (GroupList.SupportKind, "transport", "Transport"),
        (GroupList.SupportKind, "hospital_visits", "Hospital visits"),
        (GroupList.SupportKind, "telephone", "Telephone"),
        (GroupList.SupportKind, "bureaucracy", "Bureaucracy"),
        (GroupList.SupportKind, "arts_and_crafts", "Arts and crafts"),
        (GroupList.SupportKind, "daily_living", "Daily living"),
        (GroupList.SupportKind, "crisis", "Crisis"),
        (GroupList.SupportKind, "talking", "Talking"),
        (GroupList.SupportKind, "planning", "Planning"),
        (GroupList.Objective, "reach", "Reach people in crisis whom other services do not reach"),
        (GroupList.Objective, "respond", "Answer a referral on the day it comes"),
        (GroupList.Objective, "support", "Support people through a crisis by peers who have been there"),
        (GroupList.Objective, "hospital", "Help people stay out of hospital and A&E where they can"),
        (GroupList.Objective, "practical", "Help with money, housing, food and benefits"),
        (GroupList.Objective, "connect", "Connect people to counselling and other services"),
        (GroupList.Objective, "community", "Build a community in which people give and get help"),
        (GroupList.Objective, "listen", "Listen to people and referrers, and change what they ask for"),
        (GroupList.WouldHaveTurned, "ae", "A&E"),
        (GroupList.WouldHaveTurned, "crisis_team", "The crisis team"),
        (GroupList.WouldHaveTurned, "ambulance_police", "999"),
        (GroupList.WouldHaveTurned, "gp", "My GP"),
        (GroupList.WouldHaveTurned, "helpline", "A helpline"),
        (GroupList.WouldHaveTurned, "family_friends", "Family or friends"),
        (GroupList.WouldHaveTurned, "nobody", "Nobody"),
        (GroupList.FileQuestion, "talked_through", "Needs and risks were talked through with the referrer"),
        (GroupList.FileQuestion, "contact_soon", "Somebody spoke with the person on the first or second day"),
        (GroupList.FileQuestion, "own_words", "What the person wanted is there in their own words"),
        (GroupList.FileQuestion, "practical_help", "Practical help was offered where it was needed"),
        (GroupList.FileQuestion, "connected", "The person was connected to another service where they wanted it"),
        (GroupList.FileQuestion, "ending_agreed", "The end, or the next step, was agreed with the person"),
        (GroupList.PlanHeading, "strengths", "What I am good at"),
        (GroupList.PlanHeading, "reasons", "My reasons"),
        (GroupList.PlanHeading, "signs", "Signs I notice"),
        (GroupList.PlanHeading, "helps", "What helps me"),
        (GroupList.PlanHeading, "places_people", "Places and people that do me good"),
        (GroupList.PlanHeading, "ask", "Whom I can ask"),
        (GroupList.PlanHeading, "services", "Services I can ring"),
        (GroupList.PlanHeading, "safer", "Making things safer around me"),
        (GroupList.PartnerKind, "counselling", "Counselling"),
        (GroupList.PartnerKind, "advice", "Advice"),
        (GroupList.PartnerKind, "housing", "Housing"),
        (GroupList.PartnerKind, "ae", "A&E"),
        (GroupList.PartnerKind, "police", "Police"),
        (GroupList.PartnerKind, "refuge", "Refuge"),
        (GroupList.PartnerKind, "food", "Food"),
        (GroupList.PartnerKind, "health", "Health"),
        (GroupList.PartnerKind, "groups", "Groups"),
        (GroupList.RefusedWhy, "full", "No room"),
        (GroupList.RefusedWhy, "threshold", "Not ill enough, or too ill, for them"),
        (GroupList.RefusedWhy, "area", "Lives outside their area"),
        (GroupList.RefusedWhy, "drink_drugs", "Because of drink or drugs"),
        (GroupList.RefusedWhy, "history", "Because of what was before"),
        (GroupList.RefusedWhy, "closed", "They have closed"),
        (GroupList.RefusedWhy, "no_answer", "They never answered"),
        (GroupList.ConnectionOutcome, "helped", "It helped"),
        (GroupList.ConnectionOutcome, "goes_on", "It goes on without us"),
        (GroupList.ConnectionOutcome, "own_wish", "The person did not want it"),
        (GroupList.ConnectionOutcome, "did_not_help", "It did not help"),
        (GroupList.ConnectionOutcome, "lost_touch", "We lost touch"),
        (GroupList.LateWhy, "no_slot", "No counsellor had room"),
        (GroupList.LateWhy, "not_reached", "The person could not be reached"),
        (GroupList.LateWhy, "asked_later", "The person asked for a later day"),
        (GroupList.LateWhy, "forgotten", "We overlooked it"),
        (GroupList.UnmetNeed, "bed", "A bed for the night"),
        (GroupList.UnmetNeed, "money", "Money"),
        (GroupList.UnmetNeed, "company", "Somebody to come along"),
        (GroupList.UnmetNeed, "night", "Somebody to talk with at night"),
        (GroupList.UnmetNeed, "transport", "Transport"),
        (GroupList.UnmetNeed, "counselling", "Counselling"),
        (GroupList.UnmetNeed, "detox", "Help with drink or drugs"),
        (GroupList.CauseKind, "benefit_form", "A benefit form"),
        (GroupList.CauseKind, "appeal", "An appeal"),
        (GroupList.CauseKind, "hearing", "A hearing"),
        (GroupList.CauseKind, "eviction", "Against losing a home"),
        (GroupList.CauseKind, "debt", "Debt"),
        (GroupList.CauseOutcome, "won", "Won"),
        (GroupList.CauseOutcome, "partly", "Won in part"),
        (GroupList.CauseOutcome, "lost", "Lost"),
        (GroupList.CauseOutcome, "given_up", "Given up"),
    ];

    /// <summary>Fills the lists that hold nothing yet: all of a new group's, those new in this version of an older one's.</summary>
    public static Task StartAsync(GroupStore store) =>
        store.Write("ListsStarted", Actor.System, async unit =>
        {
            var begun = (await unit.Db.ListEntries.Select(e => e.List).Distinct().ToListAsync()).ToHashSet();
            var position = 0;
            foreach (var (list, code, label) in Starter.Where(s => !begun.Contains(s.List)))
                unit.Db.ListEntries.Add(new ListEntry { Id = Ids.New(), List = list, Code = code, Label = label, Position = ++position });
        });

    /// <summary>Adds an entry at the end. The code is made from the label and never changes.</summary>
    public Task<ListEntry?> AddAsync(GroupList list, string label, Actor by) =>
        store.Write<ListEntry?>("ListEntryAdded", by, async unit =>
        {
            var code = CodeOf(label);
            var entries = await unit.Db.ListEntries.Where(e => e.List == list).ToListAsync();
            if (code.Length == 0 || entries.Any(e => e.Code == code))
                return null;
            var entry = new ListEntry { Id = Ids.New(), List = list, Code = code, Label = label.Trim(), Position = entries.Select(e => e.Position).DefaultIfEmpty().Max() + 1 };
            unit.Db.ListEntries.Add(entry);
            return entry;
        });

    /// <summary>New words for an entry; rows that use it keep its code.</summary>
    /// <returns>False when there is no such entry.</returns>
    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<bool> RenameAsync(Guid id, Guid seen, string label, Actor by) =>
        ChangeAsync("ListEntryRenamed", id, by, (entry, _) =>
        {
            Unit.Expect(entry, seen);
            entry.Label = label.Trim();
        });

    /// <summary>Takes an entry out of use, or offers it again. Nothing is removed.</summary>
    public Task<bool> OfferAsync(Guid id, bool offered, Actor by) =>
        ChangeAsync(offered ? "ListEntryBroughtBack" : "ListEntryRetired", id, by, (entry, unit) => entry.RetiredAt = offered ? null : entry.RetiredAt ?? unit.Now);

    /// <summary>Moves an entry one place up or down among those in use; at the end it stays.</summary>
    public Task<bool> MoveAsync(Guid id, bool up, Actor by) =>
        store.Write("ListEntryMoved", by, async unit =>
        {
            if (await unit.Db.ListEntries.SingleOrDefaultAsync(e => e.Id == id) is not { } entry)
                return false;
            var others = unit.Db.ListEntries.Where(e => e.List == entry.List && e.RetiredAt == null);
            var neighbour = up
                ? await others.Where(e => e.Position < entry.Position).OrderByDescending(e => e.Position).FirstOrDefaultAsync()
                : await others.Where(e => e.Position > entry.Position).OrderBy(e => e.Position).FirstOrDefaultAsync();
            if (neighbour is not null)
                (entry.Position, neighbour.Position) = (neighbour.Position, entry.Position);
            return true;
        });

    private Task<bool> ChangeAsync(string kind, Guid id, Actor by, Action<ListEntry, Unit> change) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.ListEntries.SingleOrDefaultAsync(e => e.Id == id) is not { } entry)
                return false;
            change(entry, unit);
            return true;
        });

    /// <summary>Small letters, digits and underscores of a label; letters of other scripts stay as they are.</summary>
    public static string CodeOf(string label)
    {
        var words = new string([.. label.Trim().ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return string.Join('_', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
