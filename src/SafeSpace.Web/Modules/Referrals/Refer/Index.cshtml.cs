using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Referrals.Refer;

/// <summary>Refer by phone: the facilitator types while the referrer talks. Search first; everything else may wait.</summary>
[Needs(Permission.TakeReferrals)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, Texts texts, Viewer viewer, ReferralService referrals, PersonSearch search, PersonViews shown)
    : ReferPage(clock, texts)
{
    /// <summary>What is typed to find somebody: a name, a date of birth, a phone number, a reference.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The reference of somebody known; empty for somebody new.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public CrisisWord? Crisis { get; set; }

    [BindProperty]
    public string[] FromPeers { get; set; } = [];

    /// <summary>One thing on each line.</summary>
    [BindProperty]
    public string? Owed { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    public KnownPerson? Known { get; private set; }

    public IReadOnlyList<PersonHit>? Found { get; private set; }

    public override string CalledName => Called(Known?.KnownAs, Known?.GivenName, Known?.Name) ?? base.CalledName;

    public override string TalkedHint => "Needed to take somebody on. Left empty, it is the name you wrote above.";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await PrepareAsync() && Person is not null)
            return NotFound();
        return Page();
    }

    /// <summary>The list alone, while somebody types.</summary>
    public async Task<IActionResult> OnGetKnownAsync()
    {
        await SearchAsync();
        return Partial("_Known", this);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Do?.StartsWith("this:", StringComparison.Ordinal) == true)
            Person = Do["this:".Length..];
        if (Do == "nobody")
            Person = null;
        var found = await PrepareAsync();
        if (!found && !string.IsNullOrEmpty(Person))
            ModelState.AddModelError(nameof(Q), T["We know nobody with the reference {0}.", Person]);
        if (Do is null or "look" or "nobody" || Do.StartsWith("this:", StringComparison.Ordinal))
            return Choosing();
        return await SaveAsync();
    }

    /// <summary>Nothing is saved yet: the form comes back with everything that was typed and who was chosen.</summary>
    private IActionResult Choosing()
    {
        ModelState.Remove(nameof(Person));
        if (Known is not null)
            ModelState.Remove(nameof(Q));
        return Known is null && !string.IsNullOrEmpty(Person) ? Again() : Page();
    }

    private async Task<IActionResult> SaveAsync()
    {
        if (Known is null)
            TakeNameFromSearch();
        var details = Details(Channel.Phone) with
        {
            Known = Known?.Id,
            Day = Day,
            Said = Known is { IsOpen: true } || (Known is { State: not null } && Crisis == CrisisWord.SameCrisis) ? Crisis : null,
            FromPeers = FromPeers,
            Owed = (Owed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Decision = Decision(otherwiseTalkedWith: ReferrerName),
        };
        Say(ReferralRules.Check(details, Lists.Codes, Clock.Today, Known?.Born, Clock.Now));
        if (!ModelState.IsValid)
            return Again();
        var saved = await referrals.ReferAsync(Id, details, viewer.Actor);
        if (saved is null)
            return NotFound();
        this.MarkSaved(Clock.Now, saved.Again ? T["This was sent already. Here is what we kept."] : null);
        return LocalRedirect(Url.Content(saved.Outcome == ReferralOutcome.Waiting || saved.Again ? $"~/referrals/{saved.Id.Value}" : $"~/people/{saved.Reference}"));
    }

    /// <summary>Who is meant, and the group's lists. False when the person asked for is not there.</summary>
    private async Task<bool> PrepareAsync()
    {
        Lists = await ReferralLists.ReadAsync(db);
        Known = await KnownPerson.FindAsync(db, vault, Person, living: true);
        Person = Known?.Reference ?? Person;
        if (Known is not null)
        {
            Crisis ??= Known.Suggested == ReferralKind.Double ? CrisisWord.SameCrisis : CrisisWord.NewCrisis;
            await shown.AsPageAsync("refer", Known.Id);
        }
        else
        {
            await SearchAsync();
        }

        return Known is not null;
    }

    private async Task SearchAsync()
    {
        Found = string.IsNullOrWhiteSpace(Q) ? null : await search.FindAsync(Q, db.PeopleSeenBy(viewer));
        await shown.AsPageAsync("refer", [.. (Found ?? []).Select(f => f.Id)]);
    }

    /// <summary>Somebody new of whom only the search box tells: its words are the name, or the number.</summary>
    private void TakeNameFromSearch()
    {
        var words = (Q ?? "").Trim();
        if (words.Length == 0 || !string.IsNullOrWhiteSpace(GivenName + Surname + Phone))
            return;
        if (words.Any(char.IsAsciiDigit))
        {
            Phone = words.Count(char.IsAsciiDigit) >= 6 && words.All(c => !char.IsLetter(c)) ? words : null;
            return;
        }

        var last = words.LastIndexOf(' ');
        (GivenName, Surname) = last < 0 ? (words, null) : (words[..last].Trim(), words[(last + 1)..]);
    }
}
