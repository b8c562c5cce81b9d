using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.SeePerson;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.UndoMerge;

/// <summary>Parts two records that were joined. What came since is asked about, line by line.</summary>
[Needs(Permission.DecideDuplicates)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, DuplicateService duplicates, PersonViews shown, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The later rows that go to the record that comes back.</summary>
    [BindProperty]
    public List<Guid> ToGone { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    public Person Kept { get; private set; } = null!;

    public Person Gone { get; private set; } = null!;

    public IReadOnlyList<Choice> Later { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (WrittenText.Check(nameof(Why), Why, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        var mine = Later.Select(l => Guid.Parse(l.Value)).ToHashSet();
        var outcome = await duplicates.UndoAsync(Id, ToGone.Where(mine.Contains).ToHashSet(), viewer.Actor, Why);
        if (outcome == UndoOutcome.UndoLaterFirst)
        {
            ModelState.AddModelError(nameof(Why), texts["A third record was joined since. Please part that one first."]);
            return Again(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return RedirectToPage("/Register/Duplicates/Index");
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (await db.Merges.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id) is not { } merge)
            return false;
        Kept = await db.PeopleWithMerged.AsNoTracking().SingleAsync(p => p.Id == merge.KeptId);
        Gone = await db.PeopleWithMerged.AsNoTracking().SingleAsync(p => p.Id == merge.GoneId);
        await shown.AsPageAsync("duplicates/undo", Kept.Id, Gone.Id);
        if (merge.UndoneAt is null)
            Later = await DescribeAsync(await duplicates.LaterRowsAsync(Id));
        return true;
    }

    private async Task<IReadOnlyList<Choice>> DescribeAsync(IReadOnlyList<LaterRow> rows)
    {
        var contactIds = rows.Where(r => r.Table == "contact").Select(r => new ContactId(r.Id)).ToList();
        var referralIds = rows.Where(r => r.Table == "referral").Select(r => new ReferralId(r.Id)).ToList();
        var contacts = await db.Contacts.AsNoTracking().Where(c => contactIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id.Value);
        var referrals = await db.Referrals.AsNoTracking().Where(r => referralIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id.Value);
        return [.. rows.Select(r => new Choice(r.Id.ToString(), Describe(r)))];

        string Describe(LaterRow row) => row.Table switch
        {
            "contact" => $"{Moment(contacts[row.Id].At)} · {TimelineWords.Of(texts, contacts[row.Id].Kind)}",
            "referral" => $"{Moment(referrals[row.Id].ReceivedAt)} · {texts["referred"]}",
            "centre_sign_in" => texts["a sign-in at the centre"],
            "crisis_entry" => texts["a line of the crisis log"],
            "member" => texts["a membership"],
            "story" => texts["a story"],
            "promise" => texts["a promised call"],
            "family_member" => texts["somebody of the family"],
            "person_phone" => texts["a phone number"],
            "help_given" => texts["something that was given or promised"],
            "household_member" => texts["who they live with"],
            "doorstep_note" => texts["what to know at their door"],
            "person_factor" => texts["something that is going on"],
            _ => texts["something noted later"],
        };
    }

    private string Moment(DateTime utc) => Spoken.Moment(clock.ToLocal(utc), clock.Today);
}
