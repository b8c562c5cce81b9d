using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Agree;

/// <summary>What we agreed with somebody: what holds, what was before, and a new one.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Vault vault, PersonViews shown, Texts texts, AgreementService agreements) : AgreedForm(db, clock, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    public IReadOnlyList<AgreedLine> Holding { get; private set; } = [];

    public IReadOnlyList<AgreedLine> Before { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindAsync("agreed") ?? await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("agreed") is { } answer)
            return answer;
        if (Read(Clock.Today) is not { } details)
        {
            await ShowAsync();
            return Mistaken();
        }

        if (await agreements.MakeAsync(Person.Id, details, Viewer.Actor, FormId == Guid.Empty ? Ids.New() : FormId) != AgreementChange.Done)
            return NotFound();
        this.MarkSaved(Clock.Now);
        return LocalRedirect(Url.Content(Path + "/agreed"));
    }

    private async Task<PageResult> ShowAsync()
    {
        var all = await Db.Agreements.AsNoTracking().Where(a => a.PersonId == Person.Id).OrderByDescending(a => a.MadeAt).ToListAsync();
        var replaced = all.Select(a => a.PreviousId).ToHashSet();
        var lines = all.ConvertAll(a => AgreedLine.Open(vault, a, Clock.Today, replaced.Contains(a.Id)));
        (Holding, Before) = ([.. lines.Where(l => !l.Over)], [.. lines.Where(l => l.Over)]);
        return Page();
    }
}
