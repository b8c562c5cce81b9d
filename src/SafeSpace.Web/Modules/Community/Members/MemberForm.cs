using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.SocialValue;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Community.Members;

/// <summary>What is typed about a member, new or known.</summary>
public abstract class MemberForm(GroupDb db, GroupClock clock, Texts texts) : BookPage(clock, texts)
{
    private const int LongestNumber = 40;
    private const int LongestName = 200;

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Network { get; set; }

    [BindProperty]
    public DateOnly? JoinedOn { get; set; }

    [BindProperty]
    public DateOnly? LeftOn { get; set; }

    public IReadOnlyList<Choice> Networks { get; private set; } = [];

    protected GroupDb Db => db;

    protected async Task ReadNetworksAsync() => Networks = await LevelNames.OfferedAsync(db, GroupList.MemberNetwork);

    protected Member? Read(Guid id)
    {
        Check(nameof(Number), Number, LongestNumber, "Give a number: two members may bear one name.");
        Check(nameof(Name), Name, LongestName, "What is their name?");
        if (Networks.All(n => n.Value != Network))
            Wrong(nameof(Network), "Choose one.");
        if (JoinedOn is null && ModelState[nameof(JoinedOn)]?.Errors.Count is null or 0)
            Wrong(nameof(JoinedOn), "When did they join?");
        if (JoinedOn > Clock.Today || LeftOn > Clock.Today)
            Wrong(JoinedOn > Clock.Today ? nameof(JoinedOn) : nameof(LeftOn), "This day is still to come.");
        return !ModelState.IsValid ? null : new Member
        {
            Id = id,
            Number = Number!.Trim(),
            Name = Name!.Trim(),
            NameKey = BookNames.Of(Name),
            Network = Network!,
            JoinedOn = JoinedOn!.Value,
            LeftOn = LeftOn,
        };
    }

    protected async Task<IActionResult> AnswerAsync(MemberChange change, Func<Task> show)
    {
        switch (change)
        {
            case MemberChange.Done:
                this.MarkSaved(Clock.Now);
                return RedirectToPage("/Community/Members/Index");
            case MemberChange.NotThere:
                return NotFound();
            case MemberChange.NumberTaken:
                Wrong(nameof(Number), "Somebody else has this number.");
                break;
            case MemberChange.LeftBeforeJoining:
                Wrong(nameof(LeftOn), "They cannot leave before they joined.");
                break;
            default:
                Wrong(nameof(JoinedOn), "A month this would change is closed. Open it again with a reason first.");
                break;
        }

        return await AgainAsync(show);
    }

    private void Check(string field, string? text, int fits, string missing)
    {
        if (string.IsNullOrWhiteSpace(text))
            Wrong(field, missing);
        else if (WrittenText.Check(field, text, fits) is { } mistake)
            ModelState.AddModelError(field, Texts[mistake.Sentence, [.. mistake.Values]]);
    }
}
