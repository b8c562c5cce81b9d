using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.SocialValue;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Community.Members;

/// <summary>What is typed about a member, new or known.</summary>
public abstract class MemberForm(GroupDb db, GroupStore store, Viewer viewer, Texts texts) : BookPage(store.Clock, texts)
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

    /// <summary>The reference of their record in the register.</summary>
    [BindProperty]
    public string? Record { get; set; }

    public IReadOnlyList<Choice> Networks { get; private set; } = [];

    protected GroupDb Db => db;

    protected Viewer Viewer => viewer;

    protected async Task ReadNetworksAsync() => Networks = await LevelNames.OfferedAsync(db, GroupList.MemberNetwork);

    protected async Task<Member?> ReadAsync(Guid id)
    {
        Check(nameof(Number), Number, LongestNumber, "Give a number: two members may bear one name.");
        Check(nameof(Name), Name, LongestName, "What is their name?");
        if (Networks.All(n => n.Value != Network))
            Wrong(nameof(Network), "Choose one.");
        if (JoinedOn is null && ModelState[nameof(JoinedOn)]?.Errors.Count is null or 0)
            Wrong(nameof(JoinedOn), "When did they join?");
        if (JoinedOn > Clock.Today || LeftOn > Clock.Today)
            Wrong(JoinedOn > Clock.Today ? nameof(JoinedOn) : nameof(LeftOn), "This day is still to come.");
        var person = await RecordAsync();
        return !ModelState.IsValid ? null : new Member
        {
            Id = id,
            Number = Number!.Trim(),
            Name = Name!.Trim(),
            NameKey = BookNames.Of(Name),
            Network = Network!,
            JoinedOn = JoinedOn!.Value,
            LeftOn = LeftOn,
            PersonId = person?.Id,
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
            case MemberChange.MemberAlready:
                Wrong(nameof(Record), "This record is a member already, under another number. Nobody is counted twice.");
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

    private async Task<Person?> RecordAsync()
    {
        if (string.IsNullOrWhiteSpace(Record))
            return null;
        if (await db.FindSeenAsync(viewer, References.Read(store.Profile.ReferencePrefix, Record) ?? Record.Trim()) is { } person)
            return person;
        Wrong(nameof(Record), "There is nobody with this reference.");
        return null;
    }

    private void Check(string field, string? text, int fits, string missing)
    {
        if (string.IsNullOrWhiteSpace(text))
            Wrong(field, missing);
        else if (WrittenText.Check(field, text, fits) is { } mistake)
            ModelState.AddModelError(field, Texts[mistake.Sentence, [.. mistake.Values]]);
    }
}
