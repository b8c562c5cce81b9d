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

namespace SafeSpace.Web.Modules.Register.EditFamily;

/// <summary>A husband, mother, carer or friend: who they are, and what the person lets them hear.</summary>
[Needs(Permission.EditPeople)]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, PersonService people, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    /// <summary>"new", or the id of the one that is changed.</summary>
    [BindProperty(SupportsGet = true)]
    public string Who { get; set; } = "new";

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Tie { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? MayHear { get; set; }

    public FamilyMember? Member { get; private set; }

    public FamilyDetails? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Member is { } member)
            ((Name, Tie, Phone, MayHear), Version) = (Saved(member), member.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Check();
        if (!ModelState.IsValid)
            return Mistaken();
        var details = new FamilyDetails(Name!, Tie, Phone, MayHear);
        try
        {
            if (Member is { } member)
                await people.ChangeFamilyAsync(member.Id, Version, details, Viewer.Actor);
            else
                await people.AddFamilyAsync(FormId == Guid.Empty ? Ids.New() : FormId, Person.Id, details, Viewer.Actor);
        }
        catch (StaleVersionException)
        {
            Theirs = Saved(Member!);
            Version = Member!.Version;
            return Mistaken(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return ToPerson();
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Member is null)
            return NotFound();
        await people.EndFamilyAsync(Member.Id, Viewer.Actor);
        this.MarkSaved(clock.Now);
        return ToPerson();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/family") is { } answer)
            return answer;
        if (Who == "new")
            return null;
        Member = Guid.TryParse(Who, out var id) ? await Db.FamilyMembers.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.PersonId == Person.Id) : null;
        return Member is null ? NotFound() : null;
    }

    private void Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), T["Write a name, or who they are: “her mother”."]);
        foreach (var mistake in new[]
        {
            WrittenText.Check(nameof(Name), Name, WrittenText.Line), WrittenText.Check(nameof(Tie), Tie, WrittenText.Line),
            WrittenText.Check(nameof(Phone), Phone, WrittenText.Line), WrittenText.Check(nameof(MayHear), MayHear, WrittenText.Note),
        }.OfType<Mistake>())
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
    }

    private FamilyDetails Saved(FamilyMember member) => new(member.Name, member.Tie, member.Phone, vault.Open(PersonWords.MayHear, member.Id, member.MayHear));
}
