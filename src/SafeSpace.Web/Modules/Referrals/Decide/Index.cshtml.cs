using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Referrals.Refer;

namespace SafeSpace.Web.Modules.Referrals.Decide;

/// <summary>One referral, whole: what was told, what is owed, and the decision. Changing a decision asks why.</summary>
[Needs(Permission.TakeReferrals)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, Texts texts, Viewer viewer, ReferralService referrals, PairFinder pairs, PersonViews shown)
    : DecisionPage(clock, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Owed { get; set; }

    [BindProperty]
    public Guid Came { get; set; }

    public Referral Referral { get; private set; } = null!;

    public KnownPerson Person { get; private set; } = null!;

    public IReadOnlyList<PersonFactor> Factors { get; private set; } = [];

    public IReadOnlyList<OwedItem> OwedItems { get; private set; } = [];

    /// <summary>Records that may be this person's, while the referral waits: it came without a search. Nothing is joined without somebody's word.</summary>
    public IReadOnlyList<MaybeKnown> Likes { get; private set; } = [];

    /// <summary>Somebody else decided while this was typed.</summary>
    public bool Overtaken { get; private set; }

    public override bool IsChange => Referral.Outcome != ReferralOutcome.Waiting;

    public override string CalledName =>
        new[] { Person.KnownAs, Person.GivenName, Person.Name }.FirstOrDefault(n => !string.IsNullOrEmpty(n)) ?? T["this person"];

    public string? Words(string column, Sealed? words) => vault.Open(column, Id, words);

    public string? OwedWords(OwedItem item) => vault.Open(ReferralWords.Owed, item.Id, item.What);

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (Decision() is not { } decision)
            return Again();
        Say(ReferralRules.Check(decision, Lists.Codes, Clock.Now, Referral.ReceivedAt));
        var seen = Version;
        Overtaken = seen != Referral.Version;
        if (!Overtaken && IsChange && string.IsNullOrWhiteSpace(Because))
            ModelState.AddModelError(nameof(Because), T["Say why the decision is changed."]);
        Version = Referral.Version;
        if (!Overtaken && !ModelState.IsValid)
            return Again();
        if (Overtaken || !await DecideAsync(seen, decision))
            return Again(StatusCodes.Status409Conflict);
        this.MarkSaved(Clock.Now);
        return LocalRedirect(Url.Content(decision.Outcome == ReferralOutcome.TakenOn ? $"~/people/{Person.Reference}" : $"~/referrals/{Id}"));
    }

    public async Task<IActionResult> OnPostOwedAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (string.IsNullOrWhiteSpace(Owed))
            ModelState.AddModelError(nameof(Owed), T["Write what is owed."]);
        else if (WrittenText.Check(nameof(Owed), Owed, WrittenText.Note) is { } mistake)
            Say([mistake]);
        if (!ModelState.IsValid)
            return Again();
        await referrals.AskAsync(FormId == Guid.Empty ? Ids.New() : FormId, new ReferralId(Id), Owed!, viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostCameAsync()
    {
        if (!await ReadAsync() || OwedItems.All(o => o.Id != Came))
            return NotFound();
        await referrals.CameAsync(Came, viewer.Actor);
        return Saved();
    }

    private LocalRedirectResult Saved()
    {
        this.MarkSaved(Clock.Now);
        return LocalRedirect(Url.Content($"~/referrals/{Id}"));
    }

    /// <summary>False when somebody else was a moment quicker; the page then holds what they decided.</summary>
    private async Task<bool> DecideAsync(Guid seen, DecisionDetails decision)
    {
        try
        {
            if (await referrals.DecideAsync(new ReferralId(Id), seen, decision, viewer.Actor) == DecideOutcome.Decided)
                return true;
        }
        catch (StaleVersionException)
        {
            // Shown below, with what was typed.
        }

        await ReadAsync();
        Version = Referral.Version;
        return !(Overtaken = true);
    }

    private async Task<bool> ReadAsync()
    {
        Lists = await ReferralLists.ReadAsync(db);
        if (await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == new ReferralId(Id)) is not { } referral)
            return false;
        Referral = referral;
        var reference = await db.PeopleWithMerged.Where(p => p.Id == referral.PersonId).Select(p => p.Reference).SingleAsync();
        Person = (await KnownPerson.FindAsync(db, vault, reference))!;
        Likes = IsChange ? [] : await MaybeKnown.ReadAsync(db, pairs, Person.Id);
        await shown.AsPageAsync("referral", [Person.Id, .. Likes.Select(l => l.Other.Id)]);
        Factors = await db.Factors.AsNoTracking().Where(f => f.ReferralId == Id && f.TakenBackAt == null).OrderBy(f => f.Id).ToListAsync();
        OwedItems = await db.OwedItems.AsNoTracking().Where(o => o.ReferralId == referral.Id).OrderBy(o => o.AskedAt).ToListAsync();
        if (Version == Guid.Empty)
            Version = referral.Version;
        return true;
    }
}
