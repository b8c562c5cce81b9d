using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.StepDowns;

/// <summary>The step-down list: who is rung from home, in which rhythm, and about when again. A suggestion: nobody is late here.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown) : PageModel
{
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var list = await StepDownList.ReadAsync(db, viewer);
        await shown.AsPageAsync("step-down", [.. list.Select(s => s.Person.Id)]);
        Sections =
        [
            .. new[]
            {
                new Section("mine", "On my list", [.. list.Where(s => s.Peer is not null && s.Peer == viewer.Id).Select(Of)]),
                new Section("nobodys", "On nobody’s list yet", [.. list.Where(s => s.Peer is null).Select(Of)]),
                new Section("others", "On somebody else’s list", [.. list.Where(s => s.Peer is not null && s.Peer != viewer.Id).Select(Of)]),
            }.Where(s => s.Rows.Count > 0),
        ];
    }

    private Row Of(SteppedDown one) => new(
        one.Person.Reference, one.Person.ShortName(), one.Peer == viewer.Id ? null : one.PeerName,
        one.Rhythm is { } rhythm ? RhythmWords.Of(rhythm.EveryDays, vault.Open(RhythmService.Words, rhythm.Id, rhythm.Words), texts) : null,
        one.LastAnswered is { } last ? texts["last spoke {0}", Spoken.Day(last, clock.Today)] : texts["nobody has spoken with them yet"],
        one.Promise is { } promise ? texts[promise.Visit ? "visit promised {0}" : "call promised {0}", PromiseWords.When(promise, clock, texts)] : Suggested(one.Next),
        [.. BeforeRinging.Lines(vault, one.Person)], PeopleOnPages.Dialled(one.Phone));

    private string? Suggested(DateOnly? next) => next is not { } day ? null : day <= clock.Today ? texts["about now again"] : texts["about {0} again", Spoken.Day(day, clock.Today)];

    /// <param name="Title">English; translated.</param>
    public sealed record Section(string Id, string Title, IReadOnlyList<Row> Rows);

    public sealed record Row(string Reference, string Name, string? Peer, string? Rhythm, string Last, string? Next, IReadOnlyList<string> ToKnow, string? Dialled);
}
