using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>The fields of one contact, as three pages ask for them: log, log somebody unknown, correct.</summary>
public abstract class ContactForm(GroupDb db, GroupClock clock, Viewer viewer, Texts texts) : PageModel
{
    private static readonly Role[] PeerRoles = [Role.Peer, Role.Facilitator, Role.Supervisor];

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public ContactKind? Kind { get; set; } = ContactKind.CallOut;

    [BindProperty]
    [ModelBinder(typeof(MinutesModelBinder))]
    public int? Minutes { get; set; }

    /// <summary>Null is now.</summary>
    [BindProperty]
    public LocalMoment? When { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Who it was; null is who is signed in.</summary>
    [BindProperty]
    public Guid? Peer { get; set; }

    /// <summary>The family member it was with; null is the person themselves.</summary>
    [BindProperty]
    public Guid? With { get; set; }

    public IReadOnlyList<Choice> Kinds => KindWords.Choices(T);

    /// <summary>Others one may log for; empty for who logs only their own.</summary>
    public IReadOnlyList<Choice> Peers { get; private set; } = [];

    public IReadOnlyList<Choice> Family { get; private set; } = [];

    protected GroupDb Db { get; } = db;

    protected GroupClock Clock { get; } = clock;

    protected Viewer Viewer { get; } = viewer;

    protected Texts T { get; } = texts;

    /// <summary>The lists the form offers.</summary>
    protected async Task LoadChoicesAsync(Person? person, Contact? held = null)
    {
        if (Viewer.May(Permission.SeeDiary))
            Peers = await PeersAsync(held);
        if (person is null)
            return;
        var family = await Db.FamilyMembers.AsNoTracking().Where(f => f.PersonId == person.Id && (f.EndedAt == null || f.Id == (held == null ? null : held.FamilyMemberId))).OrderBy(f => f.Name).ToListAsync();
        if (family.Count > 0)
            Family = [new Choice("", person.ShortName()), .. family.Select(f => new Choice(f.Id.ToString(), f.Name, f.Tie))];
    }

    /// <summary>What was filled in, checked; null when something is to be looked at, which the page then says.</summary>
    protected ContactDetails? Read(PersonId? person, DateTime? at, UserId? peer, string? peerName)
    {
        if (FormId == Guid.Empty)
            FormId = Ids.New();
        if (Kind is null && !ModelState.ContainsKey(nameof(Kind)))
            ModelState.AddModelError(nameof(Kind), T["Please say what it was."]);
        if (Peer is { } other && Peers.All(p => p.Value != other.ToString()) && other != peer?.Value)
            ModelState.AddModelError(nameof(Peer), T["Please choose somebody from the list."]);
        if (With is { } with && Family.All(f => f.Value != with.ToString()))
            ModelState.AddModelError(nameof(With), T["Please choose somebody from the list."]);
        var details = new ContactDetails
        {
            Id = new ContactId(FormId),
            PersonId = person,
            Kind = Kind ?? ContactKind.CallOut,
            At = at,
            Minutes = Minutes,
            PeerId = Peer is { } chosen ? new UserId(chosen) : peer,
            PeerName = Peer is null ? peerName : null,
            FamilyMemberId = With,
            Words = Words,
        };
        foreach (var mistake in ContactRules.Check(details, Clock.Now))
            ModelState.AddModelError(FieldOf(mistake), T[mistake.Sentence()]);
        return ModelState.IsValid ? details : null;
    }

    protected PageResult Mistaken(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>The same form or call was saved before, and not quite like this. It comes back under an id of its own: saved again it is an entry.</summary>
    protected PageResult SavedOtherwise()
    {
        FormId = Ids.New();
        ModelState.SetModelValue(nameof(FormId), new ValueProviderResult(FormId.ToString()));
        ModelState.AddModelError(nameof(Words), T["This was saved already, but not quite like this. What you typed is still here: save again, and it is an entry of its own."]);
        return Mistaken(StatusCodes.Status409Conflict);
    }

    private async Task<IReadOnlyList<Choice>> PeersAsync(Contact? held)
    {
        var roles = Db.Set<UserRole>();
        var peers = await Db.Users.AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        var ids = (await roles.AsNoTracking().Where(r => PeerRoles.Contains(r.Role)).Select(r => r.UserId).ToListAsync()).ToHashSet();
        var mine = Viewer.Id;
        return
        [
            .. peers.Where(p => ids.Contains(new UserId(p.Id)) || held?.PeerId?.Value == p.Id)
                .OrderByDescending(p => p.Id == mine?.Value)
                .Select(p => new Choice(p.Id.ToString(), p.Id == mine?.Value ? T["{0} (me)", p.DisplayName] : p.DisplayName)),
        ];
    }

    private static string FieldOf(ContactMistake mistake) => mistake switch
    {
        ContactMistake.InTheFuture or ContactMistake.TooLongAgo => nameof(When),
        ContactMistake.MinutesBelowNothing or ContactMistake.MinutesLongerThanADay => nameof(Minutes),
        ContactMistake.WordsTooLong => nameof(Words),
        _ => nameof(Peer),
    };
}
