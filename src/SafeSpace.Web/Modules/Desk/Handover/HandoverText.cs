using SafeSpace.Core.Desk.Handover;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Handover;

/// <summary>One line of the form: about whom, and its words. Without words it is left out.</summary>
public sealed class LineForm
{
    public HandoverPart Part { get; set; }

    /// <summary>The reference of the person; empty for a line about nobody.</summary>
    public string? Reference { get; set; }

    public string? Words { get; set; }
}

/// <summary>Writes the first draft of a handover out of what the log says. Times, kinds and promises alone: what was said stays in the diary.</summary>
public static class HandoverText
{
    public static List<LineForm> Of(HandoverFacts facts, GroupClock clock, Texts t)
    {
        var lines = new List<LineForm>();
        foreach (var person in facts.People)
            if (Happened(person, clock, t) is { Length: > 0 } words)
                lines.Add(new LineForm { Part = HandoverPart.Happened, Reference = person.Person.Reference, Words = words });
        if (facts.CallersUnknown > 0)
            lines.Add(new LineForm { Part = HandoverPart.Happened, Words = t.Count(facts.CallersUnknown, "{0} caller we do not know.", "{0} callers we do not know.") });
        if (facts.More)
            lines.Add(new LineForm { Part = HandoverPart.Happened, Words = t["There was more than fits here. All of it is in the diary, and in what is promised."] });
        foreach (var person in facts.People.Where(p => p.IsOpen))
            lines.Add(new LineForm { Part = HandoverPart.Open, Reference = person.Person.Reference, Words = Open(person, clock, t) });
        foreach (var person in facts.People.Where(p => p.TriedAlone || p.Promises.Any(r => r.DueOn <= clock.Today)))
            lines.Add(new LineForm { Part = HandoverPart.Tonight, Reference = person.Person.Reference, Words = "" });
        return lines;
    }

    private static string Happened(PersonFacts person, GroupClock clock, Texts t)
    {
        var said = new List<string>();
        if (person.Referred > 0)
            said.Add(t["referred"]);
        foreach (var contact in person.Contacts)
            said.Add($"{clock.ToLocal(contact.At):HH:mm} {t[KindWords.Of(contact.Kind)]}{(contact.Minutes is { } minutes ? ", " + Spoken.Minutes(minutes, t) : "")}");
        return string.Join("; ", said);
    }

    private static string Open(PersonFacts person, GroupClock clock, Texts t)
    {
        var said = new List<string>();
        if (person.UnderWay)
            said.Add(t["in a call now"]);
        if (person.Waits)
            said.Add(t["the referral waits for an answer"]);
        said.AddRange(person.Promises.Select(p => p.For is null ? t[p.Visit ? "visit promised: {0}" : "call promised: {0}", PromiseWords.When(p, clock, t)] : PromiseWords.What(p, clock, t)));
        if (person.TriedAlone)
            said.Add(t["tried and not reached"]);
        else if (person.NotSpokenWithYet && person.Referred > 0)
            said.Add(t["nobody has spoken with them yet"]);
        return string.Join("; ", said);
    }
}
