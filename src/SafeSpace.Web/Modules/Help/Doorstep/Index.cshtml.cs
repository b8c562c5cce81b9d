using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Help.Doorstep;

/// <summary>What to know at somebody's door: diet, how to bring it safely, what not to say.</summary>
[Needs(Permission.GiveHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Vault vault, Viewer viewer, PersonViews shown, Texts texts, DoorstepService doors) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public string? Diet { get; set; }

    [BindProperty]
    public string? Doorstep { get; set; }

    [BindProperty]
    public string? NotToSay { get; set; }

    /// <summary>The words that were on the page: somebody who wrote meanwhile is not overwritten.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("doorstep") is { } answer)
            return answer;
        if (await DoorstepService.OfAsync(Db, Person.Id) is { } note)
            (Diet, Doorstep, NotToSay, Seen) = (vault.Open(HelpColumns.Diet, note.Id, note.Diet), vault.Open(HelpColumns.Doorstep, note.Id, note.Doorstep), vault.Open(HelpColumns.NotToSay, note.Id, note.NotToSay), note.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("doorstep") is { } answer)
            return answer;
        foreach (var mistake in new[] { WrittenText.Check(nameof(Diet), Diet, WrittenText.Note), WrittenText.Check(nameof(Doorstep), Doorstep, WrittenText.Note), WrittenText.Check(nameof(NotToSay), NotToSay, WrittenText.Note) }.OfType<Mistake>())
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Mistaken();
        var now = await DoorstepService.OfAsync(Db, Person.Id);
        if ((now?.Id ?? Guid.Empty) != Seen)
        {
            ModelState.AddModelError("", T["Somebody wrote this meanwhile: {0}. Put what matters of it into yours, and save again.", string.Join(" · ", new[] { vault.Open(HelpColumns.Diet, now!.Id, now.Diet), vault.Open(HelpColumns.Doorstep, now.Id, now.Doorstep), vault.Open(HelpColumns.NotToSay, now.Id, now.NotToSay) }.Where(w => !string.IsNullOrEmpty(w)))]);
            ModelState.Remove(nameof(Seen));
            Seen = now.Id;
            return Mistaken(StatusCodes.Status409Conflict);
        }

        await doors.NoteAsync(Person.Id, Diet, Doorstep, NotToSay, Viewer.Actor);
        this.MarkSaved(clock.Now);
        return ToPerson();
    }
}
