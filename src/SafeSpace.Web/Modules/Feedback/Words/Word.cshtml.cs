using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback.Words;

/// <summary>A compliment or complaint: what was said, what was done about it.</summary>
[Needs(Permission.KeepVoices)]
public sealed class WordModel(GroupDb db, GroupStore store, VoiceService voices, Viewer viewer, Texts texts) : WordPage(store.Clock, texts)
{
    public Guid Id { get; private set; }

    /// <summary>What somebody else saved meanwhile.</summary>
    public string? SaysNow { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is not { } word)
            return NotFound();
        (Kind, ReceivedOn, SettledOn, Version) = (word.Kind, word.ReceivedOn, word.SettledOn, word.Version);
        (From, Said, WhatWasDone) = (Open(word, "word_to_us.from", word.From), Open(word, "word_to_us.words", word.Words), Open(word, "word_to_us.what_was_done", word.WhatWasDone));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is null)
            return NotFound();
        if (Read() is not { } details)
            return Refused();
        try
        {
            await voices.ChangeWordAsync(id, Version, details, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            var word = (await FindAsync(id))!;
            SaysNow = string.Join("\n", new[] { Open(word, "word_to_us.words", word.Words), Open(word, "word_to_us.what_was_done", word.WhatWasDone) }.OfType<string>());
            ModelState.Remove(nameof(Version));
            Version = word.Version;
            ModelState.AddModelError("", Texts["Somebody changed this while you were typing. Here are both."]);
            return Refused(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(store.Clock.Now);
        return RedirectToPage("/Feedback/Voices/Index");
    }

    private async Task<WordToUs?> FindAsync(Guid id)
    {
        Id = id;
        return await db.WordsToUs.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id);
    }

    private string? Open(WordToUs word, string column, Sealed? words) => store.Vault.Open(column, word.Id, words);
}
