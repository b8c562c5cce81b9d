using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Privacy.Asked;

/// <summary>Somebody asks what we hold about them: when it came, from whom, how it was known to be them.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class IndexModel(GroupDb db, GroupClock clock, AccessRequestService requests, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public DateOnly? Received { get; set; }

    [BindProperty]
    public string? FromWhom { get; set; }

    [BindProperty]
    public string? Identity { get; set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync("person/asked") ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("person/asked") is { } answer)
            return answer;
        if (Received > clock.Today)
            ModelState.AddModelError(nameof(Received), T["This day has not come yet."]);
        if (string.IsNullOrWhiteSpace(FromWhom))
            ModelState.AddModelError(nameof(FromWhom), T["Please say who asked."]);
        foreach (var (field, words, fits) in new[] { (nameof(FromWhom), FromWhom, WrittenText.Note), (nameof(Identity), Identity, WrittenText.Line) })
            if (WrittenText.Check(field, words, fits) is { } mistake)
                ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Mistaken();
        var id = FormId == Guid.Empty ? Ids.New() : FormId;
        await requests.AddAsync(id, Person.Id, Received ?? clock.Today, FromWhom!, Identity, Viewer.Actor);
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content($"~/privacy/requests/{id}"));
    }
}
