using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Register.WhoLooked;

/// <summary>Who looked at somebody's record, alone or in a list, also while parts of it were another record.</summary>
[Needs(Permission.SeeWhoLooked)]
public sealed class IndexModel(GroupDb db, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    private const int OnAPage = 200;

    public IReadOnlyList<Looked> Looks { get; private set; } = [];

    /// <summary>How many pages back from the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public int Older { get; set; }

    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("person/looked") is { } answer)
            return answer;
        Older = Math.Clamp(Older, 0, 1000);
        var ids = await Db.PeopleWithMerged.Where(p => p.Id == Person.Id || p.MergedIntoId == Person.Id).Select(p => p.Id).ToListAsync();
        // In one order from page to page, so that no look falls between two; then by time.
        var views = await Db.ViewedPeople.Where(v => ids.Contains(v.PersonId)).OrderByDescending(v => v.ViewId).Select(v => v.ViewId).Skip(Older * OnAPage).Take(OnAPage + 1).ToListAsync();
        More = views.Count > OnAPage;
        views = [.. views.Take(OnAPage)];
        Looks = [.. (await Db.Views.Where(v => views.Contains(v.Id)).Select(v => new Looked(v.At, v.ByName, v.Surface, v.Shown)).ToListAsync()).OrderByDescending(l => l.At)];
        return Page();
    }

    /// <summary>The page's short name as people call it.</summary>
    public string PageName(string surface) => surface.Split('/')[0] switch
    {
        "person" => surface == "person" ? T["their page"] : T["a page about them"],
        "register" => T["the register"],
        "mine" => T["my people"],
        "refer" or "referral" or "referrals" => T["a referral"],
        "diary" => T["the diary"],
        "log" => T["writing down a contact"],
        "rings" => T["when they can be rung"],
        "promise" or "promises" => T["a promised call"],
        "step-down" or "rhythm" => T["the step-down list"],
        "agreed" => T["what we agreed"],
        "plan" => T["their plan"],
        "task" => T["something to do for them"],
        "own-page" => T["their own page"],
        "duplicates" => T["records that look alike"],
        "access-request" or "access-requests" => T["what we hold, to send it to them"],
        "keeping" => T["how long we keep"],
        "import" => T["an import"],
        "figure" => T["the rows of a report"],
        "api" => T["another program"],
        _ => T["another page"],
    };

    public sealed record Looked(DateTime At, string By, string Surface, int Shown);
}
