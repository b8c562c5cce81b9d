using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.HouseholdOf;

/// <summary>Who lives with somebody: what partners give is for a household. Nobody is named whom the viewer may not see.</summary>
[Needs(Permission.GiveHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts, HouseholdService households) : PersonPageModel(db, viewer, shown, texts)
{
    /// <summary>References of those who live with them.</summary>
    [BindProperty]
    public List<string> With { get; set; } = [];

    /// <summary>Somebody else's reference, typed.</summary>
    [BindProperty]
    public string? Other { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>It was written down; otherwise it follows from the address.</summary>
    public bool Written { get; private set; }

    public IReadOnlyList<Choice> Near { get; private set; } = [];

    /// <summary>Members whom this viewer does not see.</summary>
    public int Unseen { get; private set; }

    private Dictionary<string, PersonId> byReference = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("household") is { } answer)
            return answer;
        With = await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("household") is { } answer)
            return answer;
        await LoadAsync();
        if (Do == "leave")
        {
            await households.LeaveAsync(Person.Id, Viewer.Actor);
            return Done();
        }

        var together = With.Where(byReference.ContainsKey).Select(r => byReference[r]).ToList();
        if (WrittenText.Check(nameof(Other), Other, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(nameof(Other), T[mistake.Sentence, [.. mistake.Values]]);
        else if (!string.IsNullOrWhiteSpace(Other) && await Db.FindSeenAsync(Viewer, Other.Trim().ToUpperInvariant()) is not { } found)
            ModelState.AddModelError(nameof(Other), T["Nobody you see has this reference. It stands at the top of their page."]);
        else if (!string.IsNullOrWhiteSpace(Other))
            together.Add((await Db.FindSeenAsync(Viewer, Other.Trim().ToUpperInvariant()))!.Id);
        if (!ModelState.IsValid)
            return Mistaken();
        await households.SetAsync(Person.Id, together, [.. byReference.Values], Viewer.Actor);
        return Done();
    }

    private LocalRedirectResult Done()
    {
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content(Path + "/household"));
    }

    private async Task<List<string>> LoadAsync()
    {
        var household = await HouseholdSeen.OfAsync(Db, Person.Id);
        Written = household.Id is not null;
        var near = household.People.Concat(await HouseholdSeen.SameAddressAsync(Db, Person.Id)).Where(p => p != Person.Id).Distinct().ToList();
        var seen = await Db.PeopleSeenBy(Viewer).AsNoTracking().Where(p => near.Contains(p.Id)).OrderBy(p => p.ReferenceNumber).ToListAsync();
        byReference = seen.ToDictionary(p => p.Reference, p => p.Id);
        Unseen = household.People.Count(p => p != Person.Id && seen.All(s => s.Id != p));
        Near = [.. seen.Select(p => new Choice(p.Reference, p.ShortName(), p.Reference))];
        await Shown.AsPageAsync("household", [.. seen.Select(p => p.Id)]);
        return [.. seen.Where(p => household.People.Contains(p.Id)).Select(p => p.Reference)];
    }
}
