using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Peers.Shared;

namespace SafeSpace.Web.Modules.Peers.Notes;

/// <summary>What is worth knowing at once, on the start page and on "my people": nobody is on, too little cover, a shift that begins, a talk that is offered. No names of people.</summary>
public sealed class PeerNotesViewComponent(GroupDb db, GroupClock clock, Viewer viewer, Texts texts) : ViewComponent
{
    /// <param name="brief">Only what cannot wait: on a page whose own words come first.</param>
    /// <param name="desk">Only what the whole desk has to know; what is for another day in one line, for the board comes first.</param>
    public async Task<IViewComponentResult> InvokeAsync(bool brief = false, bool desk = false)
    {
        var notes = new List<Note>();
        var (rota, refers) = (viewer.May(Permission.SeeRota), viewer.May(Permission.ReferByForm));
        if ((rota || refers) && await EmptyDesk.ReadAsync(db, clock) is { } empty)
            notes.Add(Nobody(empty, rota));
        if (!desk && viewer is { Id: { } me } && viewer.May(Permission.LogContacts))
            await AddOwnAsync(notes, me, brief);
        if (rota && !brief)
            await AddCoverAsync(notes, inOneLine: desk);
        return View("~/Modules/Peers/Notes/Notes.cshtml", notes);
    }

    /// <summary>Who refers sees the number and the message; who is on the rota also whom to ring.</summary>
    private Note Nobody(EmptyDesk empty, bool rota)
    {
        var lines = new List<string>();
        if (empty.Decided.EmptyMessage is { } message)
            lines.Add(message);
        if (rota && !empty.IsDecided)
            lines.Add(texts["Nothing is agreed yet for this. Ring a coordinator, and decide it under “Cover and reminders”."]);
        var numbers = new List<(string, string?)>();
        if (empty.Decided.EmptyNumber is { } number)
            numbers.Add((texts["Ring {0}", number], number));
        else if (!rota || !empty.IsDecided)
            numbers.AddRange(ViewContext.HttpContext.RequestServices.GetRequiredService<GroupStore>().Profile.Phone is { } phone ? [(texts["Ring {0}", phone], phone)] : Array.Empty<(string, string?)>());
        if (rota)
            numbers.AddRange(empty.Fallbacks.Select(f => (f.ReachOn is null ? texts["Tell {0}", f.Name] : texts["Ring {0}", f.Name], f.ReachOn)));
        return new Note(empty.Site is { } site ? texts["Nobody is on shift at {0} just now.", site] : texts["Nobody is on shift just now."], lines, numbers, viewer.May(Permission.LogContacts) && empty.Shift is not null ? (texts["Sign on"], "~/shift") : null);
    }

    private async Task AddOwnAsync(List<Note> notes, UserId me, bool brief)
    {
        var now = clock.Now;
        // After a death a talk is offered without a call: what it is about, the news itself says, on a page one opens.
        if (await DebriefService.AskedNow(db, me, now).Select(d => d.ContactId != null).ToListAsync() is { Count: > 0 } asked)
            notes.Add(new Note(texts[asked.Contains(true) ? "You marked a call as hard. Would you like to talk?" : "Would you like to talk with one of us?"], [], [], (texts["Say yes, later or no"], "~/me/load")));
        var soon = await Rota.ReadAsync(db, now, now + PresenceService.Early);
        if (soon.FirstOrDefault(s => !s.IsCalledOff && s.Shift.EndsAt > now && s.PlaceOf(me) is { Place: { SignedOnAt: null, SignedOffAt: null } }) is { } mine)
            notes.Add(new Note(texts["Your shift: {0}.", ShiftWords.When(mine.Shift, clock)], [], [], (texts["Sign on"], "~/shift")));
        if (!brief && await Endings.ReadAsync(db, clock, me) is { Count: > 0 } endings)
            notes.Add(new Note(texts.Count(endings.Count, "{0} person you supported agreed that you hear how it ended.", "{0} people you supported agreed that you hear how it ended."), [], [], (texts["How it ended"], "~/endings")));
    }

    private async Task AddCoverAsync(List<Note> notes, bool inOneLine)
    {
        var few = await Rota.ShortAsync(db, clock, await CoverSettings.ReadAsync(db));
        if (few.Count > 0)
            notes.Add(new Note(
                texts.Count(few.Count, "{0} shift of the next days needs more peers.", "{0} shifts of the next days need more peers."),
                inOneLine ? [] : [.. few.Take(3).Select(s => $"{ShiftWords.When(s.Shift, clock)}: {ShiftWords.Cover(s, clock.Now, texts)}")],
                [],
                (texts["See the rota"], "~/rota"),
                inOneLine));
    }

    /// <param name="Numbers">What the button says, and the number as typed; without a number it is only said.</param>
    public sealed record Note(string Says, IReadOnlyList<string> Lines, IReadOnlyList<(string Says, string? Number)> Numbers, (string Label, string Href)? Door, bool InOneLine = false);
}
