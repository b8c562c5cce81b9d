using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Referrals;

/// <summary>A page on which a referral can be decided: taken on, pointed elsewhere, not now.</summary>
public abstract class DecisionPage(GroupClock clock, Texts texts) : PageModel
{
    /// <summary>Which button was pressed: take, elsewhere, notnow; and on the page of a new referral later, look, this:SS0042, nobody.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? TalkedWith { get; set; }

    [BindProperty]
    public LocalMoment? TalkedAt { get; set; }

    [BindProperty]
    public string? ElsewhereReason { get; set; }

    [BindProperty]
    public string? ElsewhereWords { get; set; }

    [BindProperty]
    public string? NotNowReason { get; set; }

    [BindProperty]
    public string? NotNowWords { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public ReferralLists Lists { get; protected set; } = ReferralLists.None;

    /// <summary>What the person is called on the buttons.</summary>
    public abstract string CalledName { get; }

    /// <summary>A decision stands already: another one needs a reason.</summary>
    public virtual bool IsChange => false;

    public virtual string TalkedHint => "Needed to take somebody on.";

    protected GroupClock Clock => clock;

    protected Texts T => texts;

    /// <summary>What the pressed button decides; null when it decides nothing.</summary>
    protected DecisionDetails? Decision(string? otherwiseTalkedWith = null) => Do switch
    {
        "take" => new()
        {
            Outcome = ReferralOutcome.TakenOn,
            TalkedWith = string.IsNullOrWhiteSpace(TalkedWith) ? otherwiseTalkedWith : TalkedWith,
            TalkedAt = TalkedAt is { } moment ? clock.ToUtc(moment) : null,
            Because = Because,
        },
        "elsewhere" => new() { Outcome = ReferralOutcome.PointedElsewhere, Reason = ElsewhereReason, Words = ElsewhereWords, Because = Because },
        "notnow" => new() { Outcome = ReferralOutcome.NotNow, Reason = NotNowReason, Words = NotNowWords, Because = Because },
        _ => null,
    };

    protected void Say(IEnumerable<Mistake> mistakes)
    {
        foreach (var mistake in mistakes)
            ModelState.AddModelError(FieldOf(mistake.Field), texts[mistake.Sentence, [.. mistake.Values]]);
    }

    /// <summary>The form comes back as it was typed, with what is wrong.</summary>
    protected IActionResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    private string FieldOf(string path) => (path[(path.LastIndexOf('.') + 1)..], Do) switch
    {
        ("DateOfBirth", _) => "Born",
        ("Phones", _) => "Phone",
        ("Reason", "elsewhere") => nameof(ElsewhereReason),
        ("Reason", "notnow") => nameof(NotNowReason),
        ("Words", "elsewhere") => nameof(ElsewhereWords),
        ("Words", "notnow") => nameof(NotNowWords),
        var (last, _) => last,
    };
}
