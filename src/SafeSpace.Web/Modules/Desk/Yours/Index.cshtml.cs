using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Desk.Yours;

/// <summary>What the desk gave me: the list at the top of "my people", alone for a page that lies open; and my answer.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown, DirectingService directing) : PageModel
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Word { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public DirectedTo? One { get; private set; }

    /// <summary>To say a word with handing it back.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Id = id;
        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Id = id;
        if (viewer.Id is not { } me)
            return NotFound();
        if (WrittenText.Check(nameof(Word), Word, WrittenText.Note) is { } mistake && await LoadAsync())
        {
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var answer = Do switch
        {
            "accept" => await directing.AcceptAsync(id, me, viewer.Actor),
            "done" => await directing.DoneAsync(id, me, viewer.Actor),
            _ => await directing.HandBackAsync(id, me, Word, viewer.Actor),
        };
        if (answer == AnswerResult.NotYours)
            return NotFound();
        this.MarkSaved(clock.Now, answer == AnswerResult.Over ? texts["The desk had taken it back already."] : null);
        return LocalRedirect(Url.Content("~/mine"));
    }

    private async Task<bool> LoadAsync()
    {
        One = viewer.Id is { } me ? (await DirectedPeople.OfPeerAsync(db, me)).FirstOrDefault(d => d.Direction.Id == Id) : null;
        await shown.AsPageAsync("yours", One?.Person is { } person ? [person.Id] : []);
        return One is not null;
    }
}
