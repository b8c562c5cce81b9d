using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.LogContact;

/// <summary>Log a contact with somebody known, while it goes on or afterwards: what it was, and save. Everything else may be left.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, LogService log, CallService calls, HelpService help)
    : CallForm(db, clock, viewer, texts)
{
    /// <summary>stop, nothing, or empty: save.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public Person Person { get; private set; } = null!;

    public BeforeRinging Before { get; private set; } = null!;

    /// <summary>The call this form is about, while it goes on.</summary>
    public CallUnderWay? Call { get; private set; }

    /// <summary>Calls of others with the same person, just now.</summary>
    public IReadOnlyList<OtherCall> Others { get; private set; } = [];

    public IReadOnlyList<Promise> Due { get; private set; } = [];

    public IReadOnlyList<Promise> DueOfOthers { get; private set; } = [];

    public IReadOnlyList<Choice> Keeps =>
        [new("True", T["Yes, this keeps what was promised: {0}", string.Join(" · ", Due.Select(p => PromiseWords.When(p, Clock, T)))])];

    public IReadOnlyList<Choice> OthersKept => [.. DueOfOthers.Select(p => new Choice(p.Id.ToString(), T[p.Visit ? "visit {0}" : "ring {0}", PromiseWords.When(p, Clock, T)]))];

    public async Task<IActionResult> OnGetAsync(string reference, Guid? call = null)
    {
        KeepsPromise = true;
        if (!await LoadAsync(reference, call ?? Guid.Empty))
            return NotFound();
        if (Call is not null)
        {
            ModelState.SetModelValue(nameof(FormId), new ValueProviderResult(Call.Id.ToString()));
            (Kind, Peer) = (Call.Kind, Call.PeerId == Viewer.Id ? null : Call.PeerId.Value);
        }

        return Page();
    }

    /// <summary>Begins a call. The form's id makes a second tap the same call.</summary>
    public async Task<IActionResult> OnPostStartAsync(string reference, ContactKind kind)
    {
        if (await Db.FindSeenAsync(Viewer, reference) is not { } person || Viewer.Id is not { } me || !kind.IsAnswered()
            || await calls.StartAsync(person.Id, me, kind, Viewer.Actor, FormId == Guid.Empty ? null : FormId) is not { } call)
            return NotFound();
        return LocalRedirect(Url.Content(call.EndedAt is null ? $"~/people/{person.Reference}/log?call={call.Id}" : "~/mine"));
    }

    public async Task<IActionResult> OnPostAsync(string reference)
    {
        if (!await LoadAsync(reference, FormId))
            return NotFound();
        if (Do == "nothing" && Call is { } begun)
        {
            await calls.NothingAsync(begun.Id, Viewer.Actor);
            this.MarkSaved(Clock.Now);
            return LocalRedirect(Url.Content(From(Request.Query["from"])));
        }

        if (Do == "stop" && Call is { } running)
        {
            await calls.StopAsync(running.Id, Viewer.Actor);
            await LoadAsync(reference, FormId);
            return Page();
        }

        var (promise, more) = (ReadPromise(), ReadMore());
        // Somebody else's call, begun by them: it stays theirs.
        var (peer, name) = Call is { } theirs && theirs.PeerId != Viewer.Id ? (theirs.PeerId, "") : (Viewer.Id, Viewer.Name);
        if (WithMore(Read(Person.Id, When is { } when ? Clock.ToUtc(when) : null, peer, name)) is not { } contact)
            return Mistaken();
        var outcome = await log.LogAsync(contact, Viewer.Actor, KeepsPromise, promise, more);
        switch (outcome.Result)
        {
            case LogResult.Logged or LogResult.LoggedBefore:
                var gift = await GiveWithCallAsync(help, contact);
                this.MarkSaved(Clock.Now, gift is { Given: true } given ? $"{T[KindWords.Of(contact.Kind)]} · {given.Label}" : T[KindWords.Of(contact.Kind)]);
                return LocalRedirect(gift is { Given: false } open ? Url.Content($"~/people/{Person.Reference}/help") + open.Query : Url.Content(From(Request.Query["from"])));
            case LogResult.NoSuchFamilyMember:
                ModelState.AddModelError(nameof(With), T["Please choose somebody from the list."]);
                return Mistaken();
            case LogResult.LoggedOtherwise:
                return SavedOtherwise();
            default:
                return NotFound();
        }
    }

    private string From(string? page) => page switch
    {
        "person" => $"~/people/{Person.Reference}",
        "diary" => $"~/people/{Person.Reference}/diary",
        _ => "~/mine",
    };

    private async Task<bool> LoadAsync(string reference, Guid asked)
    {
        if (await Db.FindSeenAsync(Viewer, reference) is not { } person)
            return false;
        await shown.AsPageAsync("log", person.Id);
        Person = person;
        Before = await BeforeRinging.ReadAsync(Db, vault, person, Clock.Today);
        var due = await Db.Promises.AsNoTracking().Where(p => p.PersonId == person.Id && p.State == PromiseState.Open && p.For == null && p.DueOn <= Clock.Today).OrderBy(p => p.DueOn).ToListAsync();
        Due = [.. due.Where(p => p.PeerId == Viewer.Id || p.PeerId is null)];
        DueOfOthers = [.. due.Except(Due)];
        await LoadCallsAsync(asked);
        await LoadChoicesAsync(person);
        await LoadMoreAsync(person.Id);
        return true;
    }

    /// <summary>One's own call with them. With the diary, anybody's: whoever began it may not be able to end it.</summary>
    private async Task LoadCallsAsync(Guid asked)
    {
        var open = await Db.CallsUnderWay.AsNoTracking().Where(c => c.PersonId == Person.Id && c.EndedAt == null).OrderBy(c => c.StartedAt).ToListAsync();
        Call = open.Find(c => c.Id == asked && (c.PeerId == Viewer.Id || Viewer.May(Permission.SeeDiary))) ?? (asked == Guid.Empty ? open.Find(c => c.PeerId == Viewer.Id) : null);
        var ids = open.ConvertAll(c => c.PeerId.Value);
        var names = open.Count == 0 ? [] : await Db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        Others = [.. open.Where(c => c.Id != Call?.Id && c.PeerId != Viewer.Id).Select(c => new OtherCall(c.Id, names.GetValueOrDefault(c.PeerId.Value, "—"), c.StartedAt, Viewer.May(Permission.SeeDiary)))];
    }

    public sealed record OtherCall(Guid Id, string Peer, DateTime Since, bool MayTakeOver);
}
