using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.EditPerson;

/// <summary>Changes what is known of somebody. Who loses a race sees both versions and keeps every word.</summary>
[Needs(Permission.EditPeople)]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, PersonService people, Viewer viewer, PersonViews shown, Texts texts)
    : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>What somebody else saved meanwhile: the field, their words, and what was typed here.</summary>
    public IReadOnlyList<(string Label, string? Theirs, string? Yours)>? Both { get; private set; }

    public string? ChangedBy { get; private set; }

    public IReadOnlyList<Choice> Voicemails =>
        [new(nameof(Voicemail.NotAsked), T["not asked yet"]), new(nameof(Voicemail.Yes), T["yes"]), new(nameof(Voicemail.No), T["no"])];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("person/edit") is { } answer)
            return answer;
        Form = await SavedAsync();
        Version = Person.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("person/edit") is { } answer)
            return answer;
        Form.Check(nameof(Form), ModelState, T, clock.Today);
        Form.MakeRoom();
        if (!ModelState.IsValid)
            return Mistaken();
        try
        {
            await people.ChangeAsync(Person.Id, Version, Form.ToDetails(), Viewer.Actor);
        }
        catch (StaleVersionException)
        {
            return await ShowBothAsync();
        }

        this.MarkSaved(clock.Now);
        return ToPerson();
    }

    private async Task<IActionResult> ShowBothAsync()
    {
        var theirs = await SavedAsync();
        Both = [.. theirs.Labelled(T).Zip(Form.Labelled(T)).Where(b => (b.First.Text ?? "") != (b.Second.Text ?? "")).Select(b => (b.First.Label, b.First.Text, b.Second.Text))];
        ChangedBy = await Db.OperationParts.Where(p => p.PersonId == Person.Id).OrderByDescending(p => p.Sequence)
            .Join(Db.Operations, p => p.Sequence, o => o.Sequence, (_, o) => o.ByName).FirstOrDefaultAsync();
        Version = Person.Version;
        return Mistaken(StatusCodes.Status409Conflict);
    }

    private async Task<PersonForm> SavedAsync()
    {
        var phones = await Db.Phones.AsNoTracking().Where(p => p.PersonId == Person.Id).OrderBy(p => p.Id).ToListAsync();
        return PersonForm.Of(PersonDetails.Of(Person, phones, vault));
    }
}
