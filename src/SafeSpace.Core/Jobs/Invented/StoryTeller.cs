using SafeSpace.Core.Diary;
using SafeSpace.Core.Register.Counting;

namespace SafeSpace.Core.Jobs.Invented;

/// <summary>
/// Invents people one by one, each from the seed and their number alone. Shaped like a published peer-led crisis service:
/// growth over the months, a quarter referred again, most calls short and many with few people, more money trouble heard than written.
/// </summary>
internal sealed class StoryTeller(InventionPlan plan)
{
    private static readonly (string Thing, double Weight)[] Teams = [("crisis_team", 45), ("home_treatment", 25), ("hospital_liaison", 20), ("recovery_lounge", 10)];
    private static readonly (string Thing, double Weight)[] HowSoon = [("today", 35), ("this_week", 45), ("when_you_can", 20)];
    private static readonly (string Thing, double Weight)[] Reasons = [("better", 45), ("other_support", 20), ("own_wish", 15), ("lost_touch", 14), ("moved_away", 4), ("pointed_elsewhere", 2)];

    /// <summary>How often a referrer writes a factor, and how often peers hear it.</summary>
    private static readonly (string Factor, double Written, double Heard)[] Factors =
    [
        ("anxiety_depression", 0.41, 0.20), ("isolation", 0.17, 0.30), ("relationship_issues", 0.16, 0.14), ("bereavement", 0.12, 0.10), ("covid", 0.08, 0.04),
        ("suicide_attempt", 0.11, 0.04), ("self_harm", 0.10, 0.05), ("alcohol", 0.09, 0.10), ("domestic_violence", 0.085, 0.06), ("drugs", 0.08, 0.06),
        ("financial", 0.034, 0.24), ("housing", 0.024, 0.17), ("benefits", 0.01, 0.15), ("carer", 0.03, 0.07),
    ];

    private static readonly (ContactKind Thing, double Weight)[] Kinds =
    [
        (ContactKind.CallOut, 62), (ContactKind.CallIn, 25), (ContactKind.NoAnswer, 6.3), (ContactKind.Text, 1.2), (ContactKind.VisitToBuilding, 3.3),
        (ContactKind.MeetingElsewhere, 0.8), (ContactKind.VisitAtHome, 0.4), (ContactKind.Message, 0.4), (ContactKind.Email, 0.3), (ContactKind.Video, 0.3),
    ];

    /// <summary>Everything about a person but their contacts.</summary>
    public Story Tell(int index)
    {
        var dice = Dice.For(plan.Seed, index);
        var person = Person(ref dice, index);
        var spells = new List<StorySpell>();
        var referrals = new List<StoryReferral>();
        var day = FirstDay(ref dice);
        for (var number = 0; day < plan.Days && number < 8; number++)
        {
            var spell = Spell(ref dice, day);
            spells.Add(spell);
            referrals.Add(Referral(ref dice, day, number == 0 ? ReferralKind.First : ReferralKind.Repeat, number));
            var last = spell.LastDay(plan.Days);
            if (last - day >= 2 && dice.Chance(0.065))
                referrals.Add(Referral(ref dice, dice.From(day + 1, last - 1), ReferralKind.Double, number));
            if (spell.Closed is not { } closed || !dice.Chance(0.26))
                break;
            day = closed + 1 + (int)dice.LongTailed(55, 0.9);
        }

        var heard = new List<string>();
        foreach (var (factor, _, probability) in Factors)
            if (dice.Chance(probability))
                heard.Add(factor);
        return new Story(person, spells, referrals, heard) { Share = dice.LongTailed(1, 0.8) * (0.6 + (0.4 * spells.Count)) };
    }

    /// <summary>How many contacts each person has: the plan's number, shared out to the last one.</summary>
    public int[] Shares()
    {
        var weights = new double[plan.People];
        var all = 0.0;
        for (var i = 0; i < weights.Length; i++)
            all += weights[i] = Tell(i).Share;
        var shares = new int[weights.Length];
        double before = 0;
        long given = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            before += weights[i];
            var until = i == weights.Length - 1 ? plan.Contacts : (long)Math.Round(plan.Contacts * (before / all));
            shares[i] = (int)(until - given);
            given = until;
        }

        return shares;
    }

    /// <summary>The person with this many contacts, in the order in which they were made.</summary>
    public Story Tell(int index, int contacts)
    {
        var story = Tell(index);
        var dice = Dice.For(plan.Seed ^ 0x5EED, index);
        var days = story.Spells.Sum(s => Length(s));
        for (var i = 0; i < contacts; i++)
        {
            var at = dice.Below(days);
            var spell = story.Spells.First(s => (at -= Length(s)) < 0);
            story.Contacts.Add(i == 0 ? First(ref dice, story.Spells[0]) : Contact(ref dice, spell));
        }

        story.Contacts.Sort((a, b) => (a.Day, a.MinuteOfDay).CompareTo((b.Day, b.MinuteOfDay)));
        return story;
    }

    private int Length(StorySpell spell) => spell.LastDay(plan.Days) - spell.Opened + 1;

    private static StoryPerson Person(ref Dice dice, int index)
    {
        var culture = dice.Pick(InventedNames.Cultures);
        var gender = dice.Pick(InventedNames.Genders);
        var names = gender is "man" or "male" or "trans man" ? culture.Men : culture.Women;
        return new StoryPerson(dice.Pick(names), dice.Pick(culture.Surnames), dice.Chance(0.1) ? null : gender, dice.Pick(InventedNames.Ethnicities), dice.Chance(0.04) ? null : (18 * 365) + dice.Below(60 * 365))
        {
            Phone = index,
            House = dice.From(1, 180),
            Street = dice.Pick(InventedNames.Streets),
            BeforeRinging = dice.Chance(0.28) ? dice.Pick(InventedWords.BeforeRinging) : null,
            SafeTimes = dice.Chance(0.32) ? dice.Pick(InventedWords.SafeTimes) : null,
            Family = dice.Chance(0.12) ? (dice.Pick(dice.Chance(0.5) ? culture.Women : culture.Men), dice.Pick(InventedNames.FamilyTies), dice.Pick(InventedWords.MayHear)) : null,
        };
    }

    /// <summary>Few at first; twice as many a month after the first half, then steady.</summary>
    private int FirstDay(ref Dice dice)
    {
        while (true)
        {
            var at = dice.Unit();
            if (dice.Chance(Math.Min(1, 0.18 + (1.5 * at))))
                return (int)(at * plan.Days);
        }
    }

    private StorySpell Spell(ref Dice dice, int opened)
    {
        var length = Math.Max(1, (int)dice.LongTailed(30, 0.9));
        var closed = opened + length;
        var steppedDown = length > 21 && dice.Chance(0.6) ? opened + (int)(length * 0.65) : (int?)null;
        var reason = dice.Pick(Reasons);
        var words = dice.Chance(0.5) ? dice.Pick(InventedWords.AtTheEnd) : null;
        return closed < plan.Days
            ? new StorySpell(opened, steppedDown, closed, reason, words)
            : new StorySpell(opened, steppedDown < plan.Days ? steppedDown : null, null, null, null);
    }

    private static StoryReferral Referral(ref Dice dice, int day, ReferralKind kind, int spell)
    {
        var factors = new List<string>();
        foreach (var (factor, written, _) in Factors)
            if (dice.Chance(written))
                factors.Add(factor);
        return new StoryReferral(day, dice.From(9 * 60, (18 * 60) - 1), kind, spell, dice.Pick(Teams), dice.Pick(HowSoon), factors)
        {
            ToldUs = dice.Pick(InventedWords.ToldUs),
            Needs = dice.Chance(0.6) ? dice.Pick(InventedWords.Needs) : null,
            Risks = dice.Chance(0.4) ? dice.Pick(InventedWords.Risks) : null,
        };
    }

    /// <summary>Most people are spoken with on the day they are referred, in the evening, or on the next.</summary>
    private StoryContact First(ref Dice dice, StorySpell spell)
    {
        var day = Math.Min(spell.Opened + (dice.Chance(0.6) ? 0 : dice.From(1, 4)), spell.LastDay(plan.Days));
        return new StoryContact(day, dice.From(18 * 60, (21 * 60) + 59), ContactKind.CallOut, Minutes(ref dice, ContactKind.CallOut), dice.Below(plan.Peers.Count), Words(ref dice));
    }

    private StoryContact Contact(ref Dice dice, StorySpell spell)
    {
        var kind = dice.Pick(Kinds);
        // More in the first days than in the last; in the evening more than in the day.
        var day = spell.Opened + (int)(Length(spell) * Math.Pow(dice.Unit(), 1.5));
        var minute = dice.Chance(0.65) ? dice.From(18 * 60, (21 * 60) + 59) : dice.From(10 * 60, (18 * 60) - 1);
        return new StoryContact(day, minute, kind, Minutes(ref dice, kind), dice.Below(plan.Peers.Count), kind == ContactKind.NoAnswer ? null : Words(ref dice));
    }

    private static int? Minutes(ref Dice dice, ContactKind kind)
    {
        if (kind is ContactKind.NoAnswer or ContactKind.Text or ContactKind.Message or ContactKind.Email || dice.Chance(0.03))
            return null;
        var median = kind.IsVisit() ? 60 : 24;
        var minutes = Math.Clamp((int)dice.LongTailed(median, 0.55), 1, 180);
        return dice.Chance(0.7) ? Math.Max(5, (minutes + 2) / 5 * 5) : minutes;
    }

    private static string? Words(ref Dice dice)
    {
        if (!dice.Chance(0.45))
            return null;
        var one = dice.Pick(InventedWords.Contacts);
        return dice.Chance(0.4) ? $"{one} {dice.Pick(InventedWords.Contacts)}" : one;
    }
}
