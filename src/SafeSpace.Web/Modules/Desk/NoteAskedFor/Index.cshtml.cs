using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.NoteAskedFor;

/// <summary>What somebody asked for in who rings them: a woman, no neighbour, somebody who speaks Polish.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Vault vault, AskedForService service, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Gender { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public List<string> Also { get; set; } = [];

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<Choice> Wishes => [new("no-neighbour", T["not a neighbour"])];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("person/asked-for") is { } answer)
            return answer;
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("person/asked-for") is { } answer)
            return answer;
        foreach (var mistake in new[] { WrittenText.Check(nameof(Gender), Gender, WrittenText.Line), WrittenText.Check(nameof(Language), Language, WrittenText.Line), WrittenText.Check(nameof(Words), Words, WrittenText.Note) }.OfType<Mistake>())
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Mistaken();
        try
        {
            await service.SetAsync(Person.Id, Gender, Language, Also.Contains("no-neighbour"), Words, Version, Viewer.Actor);
        }
        catch (StaleVersionException)
        {
            var theirs = await AskedForService.Newest(Db, Person.Id).AsNoTracking().FirstAsync();
            Version = theirs.Version;
            ModelState.Remove(nameof(Version));
            ModelState.AddModelError("", T["Somebody changed this while you were typing. It says now: {0}. What you typed is still here.", Said(theirs)]);
            return Mistaken(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return ToPerson();
    }

    private string Said(AskedFor asked) => string.Join(" · ", new[]
    {
        asked.Gender, asked.Language, asked.NotANeighbour ? T["not a neighbour"] : null, vault.Open(AskedForService.Words, asked.Id, asked.Words),
    }.Where(w => !string.IsNullOrEmpty(w)));

    private async Task ReadAsync()
    {
        if (await AskedForService.Newest(Db, Person.Id).AsNoTracking().FirstOrDefaultAsync() is not { } asked)
            return;
        (Version, Gender, Language, Words) = (asked.Version, asked.Gender, asked.Language, vault.Open(AskedForService.Words, asked.Id, asked.Words));
        Also = asked.NotANeighbour ? ["no-neighbour"] : [];
    }
}
