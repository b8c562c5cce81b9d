using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.SeePerson;

/// <summary>Who somebody is, how to reach them safely, what to know before ringing, and what has been.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts, DoorsOfPerson doors) : PersonPageModel(db, viewer, shown, texts)
{
    /// <summary>contacts, referrals, case, help, or empty for everything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Only what was before this moment, in ticks: where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public PersonSheet Sheet { get; private set; } = null!;

    public Timeline Timeline { get; private set; } = null!;

    public ListLabels Labels { get; private set; } = null!;

    public FollowedUp FollowedUp { get; private set; } = null!;

    /// <summary>What they had lately, and what can be given; null for whoever gives nothing.</summary>
    public HelpCard? Help { get; private set; }

    /// <summary>What goes on behind other doors.</summary>
    public IReadOnlyList<DoorLine> Doors { get; private set; } = [];

    public IReadOnlyList<ToDo> ToDo { get; private set; } = [];

    /// <summary>They came back directly, and agreed that the team that referred them is told.</summary>
    public DirectReturn? ToTell { get; private set; }

    /// <summary>Into the case that is open they came back directly.</summary>
    public bool CameBack { get; private set; }

    /// <summary>What they said no to: it must be seen before anybody acts.</summary>
    public IReadOnlyList<string> Objections { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool IsLate(Core.FollowUp.Promise promise) => Core.FollowUp.Lateness.IsLate(promise, clock.Now, Today);

    public IReadOnlyList<Choice> Shows =>
        [new("contacts", T["contacts"]), new("referrals", T["referrals"]), new("case", T["opened and closed"]), new("help", T["practical help"])];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("person") is { } answer)
            return answer;
        Labels = await ListLabels.LoadAsync(Db, GroupList.ReferringTeam, GroupList.Factor, GroupList.CloseReason, GroupList.HowSoon);
        Sheet = await PersonSheet.LoadAsync(Db, vault, Person);
        FollowedUp = await FollowedUp.LoadAsync(Db, vault, Viewer, Person.Id, Today, T);
        Help = Viewer.May(Permission.GiveHelp) ? await HelpCard.ReadAsync(Db, vault, Person.Id, Today, T) : null;
        var no = await Db.Consents.AsNoTracking().Where(c => c.PersonId == Person.Id && c.Answer == Answered.Objects && c.EndedAt == null).Select(c => c.Use).ToListAsync();
        Objections = [.. no.Order().Select(use => Modules.Privacy.UseWords.Of(T, use))];
        Doors = await doors.ReadAsync(Person.Id, openOnly: true);
        ToDo = await ReferralToDo.OfAsync(Db, vault, Person.Id);
        ToTell = Viewer.May(Permission.TakeReferrals) ? await Db.ReturnToTellAsync(Person.Id) : null;
        CameBack = Viewer.May(Permission.TakeReferrals) && await Db.OpenReturnAsync(Person.Id) is not null;
        Timeline = await Timeline.LoadAsync(Db, vault, Person.Id, Show, Before, clock);
        return Page();
    }

    public string Words(ToDo todo) => todo.Kind switch
    {
        ToDoKind.Decide => T["Nobody has decided on the referral yet."],
        ToDoKind.TalkWithReferrer => T["Whom was the referral talked through with? It is not written down."],
        ToDoKind.HearNeeds => T["What they need is not written down yet."],
        _ => T["The referrer still owes us: {0}", todo.Words ?? ""],
    };

    public string NextPage() => $"{Path}{QueryString.Create("show", Show ?? "").Add("before", Timeline.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "")}#timeline";
}
