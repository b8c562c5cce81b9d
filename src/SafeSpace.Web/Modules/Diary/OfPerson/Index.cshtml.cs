using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.OfPerson;

/// <summary>Every contact with one person, the newest first.</summary>
[Needs(Permission.SeePeople)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown)
    : DiaryPage(db, clock, viewer, texts, vault, shown)
{
    private readonly PersonViews views = shown;

    public Core.Register.Person Person { get; private set; } = null!;

    public bool MayLog => Viewer.May(Permission.LogContacts);

    public async Task<IActionResult> OnGetAsync(string reference)
    {
        if (await Db.FindSeenAsync(Viewer, reference) is not { } person)
            return NotFound();
        Person = person;
        await views.AsPageAsync("diary/person", person.Id);
        await ReadAsync(Db.StandingContacts.Where(c => c.PersonId == person.Id), "diary/person", newestFirst: true);
        return Page();
    }

    public override string Address(ContactKind? kind, string? after = null)
    {
        var query = string.Join('&', new[] { kind is null ? null : $"kind={kind}", after is null ? null : $"after={after}" }.Where(q => q is not null));
        return $"~/people/{Person.Reference}/diary{(query.Length > 0 ? "?" + query : "")}";
    }
}
