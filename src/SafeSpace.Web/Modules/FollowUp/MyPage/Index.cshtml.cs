using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.FollowUp.MyPage;

/// <summary>Somebody's own page: my plan, what I can expect, what we agreed, who looked at my record, what I can give.</summary>
[Needs(Permission.OwnPage)]
[ShowsPeople]
[OwnRecord]
public sealed class IndexModel(GroupDb db, GroupStore store, GroupClock clock, Viewer viewer, Vault vault, Texts texts, PersonViews shown, OwnPageService pages) : PageModel
{
    [BindProperty]
    public string? Offer { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>Null: nobody has invited this account to a page.</summary>
    public Person? Me { get; private set; }

    public PlanSheet Plan { get; private set; } = null!;

    public IReadOnlyList<Expected> Expecting { get; private set; } = [];

    public IReadOnlyList<AgreedLine> Agreed { get; private set; } = [];

    public IReadOnlyList<LookedLine> Looked { get; private set; } = [];

    public string? Phone => store.Profile.Phone;

    public async Task OnGetAsync()
    {
        if (await LoadAsync() is not { } me)
            return;
        var offer = await db.PersonOffers.AsNoTracking().Where(o => o.PersonId == me.Id).OrderByDescending(o => o.At).FirstOrDefaultAsync();
        Offer = offer is null ? null : vault.Open(PersonOffer.Column, offer.Id, offer.Words);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } me)
            return NotFound();
        if (Do == "end")
        {
            await pages.EndAsync(me.Id, viewer.Actor);
            return LocalRedirect(Url.Content("~/"));
        }

        if (WrittenText.Check(nameof(Offer), Offer, WrittenText.Note) is { } mistake)
        {
            ModelState.AddModelError(nameof(Offer), texts[mistake.Sentence, [.. mistake.Values]]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await pages.OfferAsync(me.Id, Offer, viewer.Actor);
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content("~/my-page"));
    }

    private async Task<Person?> LoadAsync()
    {
        Me = viewer.Id is { } account ? await OwnPageService.PersonOfAsync(db, account) : null;
        await shown.AsPageAsync("own-page", Me is null ? [] : [Me.Id]);
        if (Me is not { } me)
            return null;
        Plan = await PlanSheet.NewestAsync(db, vault, me.Id);
        Agreed = [.. (await db.AgreedWithAsync(me.Id, clock.Today)).Select(a => AgreedLine.Open(vault, a, clock.Today))];
        var promises = await db.Promises.AsNoTracking().Where(p => p.PersonId == me.Id && p.State == PromiseState.Open && p.For == null).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).ToListAsync();
        Expecting = [.. promises.Select(p => new Expected(texts[p.Visit ? "A visit: {0}" : "A call: {0}", PromiseWords.When(p, clock, texts)], Lateness.IsLate(p, clock.Now, clock.Today)))];
        Looked = await WhoLookedAtMe.ReadAsync(db, clock, viewer.Id!.Value, me.Id, texts);
        return me;
    }

    public sealed record Expected(string Words, bool Late);
}
