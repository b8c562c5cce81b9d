using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Referrals.ComeBack;

/// <summary>Somebody known rings the desk: taken back without a new referral, where that is agreed; counted that they asked, where it is not.</summary>
[Needs(Permission.TakeReferrals)]
public sealed class IndexModel(GroupDb db, GroupClock clock, ComingBackService coming, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    /// <summary>"yes" or "no": the person's own word.</summary>
    [BindProperty]
    public string? Tell { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Why it was a mistake.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public bool Agreed { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>They have had a case: somebody referred them once.</summary>
    public bool Known { get; private set; }

    public string? TeamWords { get; private set; }

    /// <summary>They came back into the stretch that is open, and agree that the team is told: the letter says so.</summary>
    public DirectReturn? ToTell { get; private set; }

    /// <summary>"the crisis team", as the group calls it.</summary>
    public string? Team { get; private set; }

    /// <summary>How they came back into the case that is open: it can be said that this was a mistake.</summary>
    public DirectReturn? Returned { get; private set; }

    /// <summary>The referring team knows, or can have seen it in its list.</summary>
    public bool TeamKnows => Returned is { TellTeam: true } back && (back.ToldAt is not null || back.ReferrerId is not null);

    /// <summary>The crisis log of the books has it too.</summary>
    public bool InTheLog { get; private set; }

    public string GroupName => HttpContext.RequestServices.GetRequiredService<GroupStore>().Profile.Name;

    public IReadOnlyList<Choice> TellChoices => [new("yes", T["Yes"]), new("no", T["No, or not asked"])];

    public async Task<IActionResult> OnGetAsync()
    {
        Tell = "no";
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Agreed && Tell is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Tell), T["Please say yes or no."]);
        if (WrittenText.Check(nameof(Words), Words, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Mistaken();
        var result = await coming.ComeBackAsync(FormId == Guid.Empty ? Ids.New() : FormId, Person.Id, Agreed && Tell == "yes", Words, Viewer.Actor);
        if (result is ComingBackResult.TakenBack or ComingBackResult.Asked)
        {
            this.MarkSaved(clock.Now, result == ComingBackResult.TakenBack ? T["Welcome back."] : T["It is counted that they asked."]);
            return result == ComingBackResult.TakenBack && Tell == "yes" ? LocalRedirect(Url.Content(Path + "/back")) : ToPerson();
        }

        return result == ComingBackResult.NoSuchPerson ? NotFound() : LocalRedirect(Url.Content(Path + "/back"));
    }

    /// <summary>The letter was sent, or read out.</summary>
    public async Task<IActionResult> OnPostToldAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (ToTell is not { } told || !await coming.ToldAsync(told.Id, Viewer.Actor))
            return LocalRedirect(Url.Content(Path + "/back"));
        this.MarkSaved(clock.Now, T["Noted that the team was told."]);
        return ToPerson();
    }

    /// <summary>It was somebody else.</summary>
    public async Task<IActionResult> OnPostMistakeAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (WrittenText.Check(nameof(Why), Why, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Mistaken();
        if (await coming.MistakenAsync(Person.Id, new FirstAnswered(), Viewer.Actor, Why) != MistakenReturn.Uncounted)
            return LocalRedirect(Url.Content(Path + "/back"));
        this.MarkSaved(clock.Now, T["It is not counted any more, and the case is closed as it was."]);
        return ToPerson();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/back") is { } answer)
            return answer;
        if (Person.DiedAt is not null)
            return ToPerson();
        Agreed = await Db.ComingBackAgreements.AnyAsync(a => a.Agreed);
        var state = await Db.Cases.AsNoTracking().Where(c => c.PersonId == Person.Id).Select(c => (CaseState?)c.State).SingleOrDefaultAsync();
        (Known, IsOpen) = (state is not null, state is CaseState.Open or CaseState.SteppedDown);
        ToTell = IsOpen ? await Db.ReturnToTellAsync(Person.Id) : null;
        var open = IsOpen ? await Db.OpenReturnAsync(Person.Id) : null;
        Returned = open;
        InTheLog = open is not null && await Db.CrisisEntries.AnyAsync(e => e.SpellId == open.SpellId && e.TakenBackAt == null && e.Kind != null);
        var last = ToTell is { } told ? told.Team : await Db.Referrals.AsNoTracking().Where(r => r.PersonId == Person.Id).OrderByDescending(r => r.Day).ThenByDescending(r => r.Order).Select(r => r.Team).FirstOrDefaultAsync();
        Team = (await ListLabels.LoadAsync(Db, GroupList.ReferringTeam)).Of(GroupList.ReferringTeam, last);
        TeamWords = Team is { } team ? T["It was {0}.", team] : null;
        return null;
    }
}
