using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.PayBack;

/// <summary>What peers paid from their own purse and wait for, the longest first.</summary>
[Needs(Permission.KeepHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Vault vault, Viewer viewer, Texts texts, ClaimService claims) : HelpPage(clock, texts)
{
    private const int Shown = 100;
    private const int AnsweredShown = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Claim { get; set; }

    [BindProperty]
    public string? Pot { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Beyond { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public IReadOnlyList<ClaimLine> Waiting { get; private set; } = [];

    /// <summary>Answered lately, the newest first.</summary>
    public IReadOnlyList<ClaimLine> Answered { get; private set; } = [];

    public IReadOnlyList<Choice> Pots { get; private set; } = [];

    public IReadOnlyList<Choice> Claims { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ShowAsync();
        if ((Waiting.FirstOrDefault(w => w.Claim.Id == Claim) ?? (Waiting.Count > 0 ? Waiting[0] : null))?.Claim is { } one)
            (Claim, Pot) = (one.Id, choices.Sources.PotsFor(one.Item ?? "").FirstOrDefault(p => p.LeftPence >= one.Pence)?.Id.ToString());
    }

    /// <summary>The wrong one, or the wrong pot: it waits again.</summary>
    public async Task<IActionResult> OnPostWaitAgainAsync(Guid id)
    {
        switch (await claims.WaitAgainAsync(id, viewer.Actor))
        {
            case ClaimChange.Done:
                return Saved("~/help/claims");
            case ClaimChange.NoSuchClaim:
                return NotFound();
            case ClaimChange.SomeCameBack:
                Wrong("", "Some of this has come back since, so it stands.");
                break;
            default:
                Wrong("", "The peer does not ask for this any more.");
                break;
        }

        ModelState.Remove(nameof(Claim));
        await OnGetAsync();
        return Again();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var potId = Guid.TryParse(Pot, out var chosen) ? chosen : Guid.Empty;
        if (Claim == Guid.Empty)
            Wrong(nameof(Claim), "Please choose one.");
        if (Do == "decline")
            Needed(nameof(Words), Words, "Please write a kind word why it cannot be paid. The peer reads it.", WrittenText.Note);
        else if (potId == Guid.Empty)
            Wrong(nameof(Pot), "Please choose the pot it is paid from.");
        Check(nameof(Words), Words, WrittenText.Note);
        Check(nameof(Beyond), Beyond, WrittenText.Note);
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var change = Do == "decline" ? await claims.DeclineAsync(Claim, Words!, viewer.Actor) : await claims.PayBackAsync(Claim, potId, Words, Beyond, viewer.Actor);
        if (change == ClaimChange.Done)
            return Saved("~/help/claims");
        switch (change)
        {
            case ClaimChange.PotTooSmall:
                Wrong(nameof(Beyond), "The pot has less than this left. Write a word why it may go below nothing, or choose another.");
                break;
            case ClaimChange.PotShut or ClaimChange.NoSuchPot:
                Wrong(nameof(Pot), "This pot is closed, its time is over, or it does not pay for this. Please choose another.");
                break;
            default:
                Wrong(nameof(Claim), "This was answered already. What still waits is in the list.");
                break;
        }

        return await AgainAsync(ShowAsync);
    }

    private HelpChoices choices = null!;

    private async Task ShowAsync()
    {
        Answered = await ClaimLine.ReadAsync(db, vault, db.PurseClaims.Where(c => c.EndedAt != null && (c.State == ClaimState.PaidBack || c.State == ClaimState.Declined)).OrderByDescending(c => c.EndedAt).Take(AnsweredShown));
        Waiting = await ClaimLine.ReadAsync(db, vault, db.PurseClaims.Where(c => c.State == ClaimState.Asked).OrderBy(c => c.AskedAt).Take(Shown));
        Claims = [.. Waiting.Select(l => new Choice(l.Claim.Id.ToString(), $"{l.Claim.PeerName}, {HelpWords.Money(l.Claim.Pence, T)}, {Spoken.Date(l.Claim.Day)}"))];
        choices = await HelpChoices.ReadAsync(db, Clock.Today, T);
        Pots = [.. choices.Sources.Pots.Where(p => p.IsOpenOn(Clock.Today)).Select(p => new Choice(p.Id.ToString(), T["{0}: {1} left", p.Name, HelpWords.Money(p.LeftPence, T)]))];
    }
}
