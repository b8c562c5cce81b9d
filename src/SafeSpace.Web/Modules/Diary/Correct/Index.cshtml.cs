using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.Correct;

/// <summary>A wrong entry is set right by a new one; the old stays readable behind it.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, ContactService contacts)
    : ContactForm(db, clock, viewer, texts)
{
    private Contact wrong = null!, newest = null!;
    private Person? person;

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Guid Id => wrong.Id.Value;

    /// <summary>The entry that somebody put in its place meanwhile.</summary>
    public DiaryRow? Newest { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (wrong.CorrectedById is not null)
            return LocalRedirect(Url.Content($"~/diary/{newest.Id.Value}"));
        (Kind, Minutes, Peer, With) = (wrong.Kind, wrong.Minutes, wrong.PeerId?.Value, wrong.FamilyMemberId);
        (When, Words, Reference) = (LocalAt(), vault.Open(ContactWriter.Words, id, wrong.Words), person?.Reference);
        Agreed = vault.Open(ContactWriter.Agreed, id, wrong.Agreed);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var about = string.IsNullOrWhiteSpace(Reference) ? null : Reference.Trim() == person?.Reference ? person : await Db.FindSeenAsync(Viewer, Reference);
        if (about is null && !string.IsNullOrWhiteSpace(Reference))
            ModelState.AddModelError(nameof(Reference), T["There is nobody with this reference. It looks like {0}.", person?.Reference ?? "SS0042"]);
        if (Agreed?.Length > ContactRules.LongestWords)
            ModelState.AddModelError(nameof(Agreed), T[ContactMistake.AgreedTooLong.Sentence()]);
        if (Why?.Length > ContactRules.LongestWords)
            ModelState.AddModelError(nameof(Why), T[ContactMistake.WordsTooLong.Sentence()]);
        // With somebody else, a family member of the first person cannot have been there.
        if (about?.Id != person?.Id)
            With = null;
        if (Read(about?.Id, At(), wrong.PeerId, wrong.PeerName) is not { } right)
            return Mistaken();
        var change = await contacts.CorrectAsync(wrong.Id, right with { Agreed = Agreed }, Viewer.Actor, Why);
        switch (change)
        {
            case ContactChange.Done or ContactChange.DoneBefore:
                this.MarkSaved(Clock.Now);
                return LocalRedirect(Url.Content($"~/diary/{FormId}"));
            case ContactChange.CorrectedAlready:
                Newest = await NewestAsync();
                return Mistaken(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    private LocalMoment LocalAt()
    {
        var local = Clock.ToLocal(wrong.At);
        return LocalMoment.From(local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)));
    }

    /// <summary>A time that was left alone stays to the second, and in the hour that an autumn night has twice.</summary>
    private DateTime? At() => When is null || When == LocalAt() ? wrong.At : Clock.ToUtc(When.Value);

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Db.FindEntryAsync(Viewer, id) is not { } contact || await Db.NewestAsync(contact) is not { } stands || !(Viewer.MayCorrect(contact) || Viewer.MayCorrect(stands)))
            return false;
        (wrong, newest) = (contact, stands);
        person = contact.PersonId is { } about ? await Db.PeopleWithMerged.AsNoTracking().SingleAsync(p => p.Id == about) : null;
        await shown.AsPageAsync("diary/correct", person is null ? [] : [person.Id]);
        await LoadChoicesAsync(person, contact);
        return true;
    }

    private async Task<DiaryRow?> NewestAsync()
    {
        var now = await Db.NewestAsync((await Db.FindEntryAsync(Viewer, Id))!);
        return now is null || await Db.FindEntryAsync(Viewer, now.Id.Value) is null ? null : DiaryRow.Open((await Db.LinesAsync([now]))[0], vault, Viewer);
    }
}
