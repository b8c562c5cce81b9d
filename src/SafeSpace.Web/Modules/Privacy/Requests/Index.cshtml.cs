using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Requests;

/// <summary>Who asked what we hold, by the day it is due, and what is to be done next.</summary>
[Needs(Permission.KeepPrivacy)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int MostEnded = 30;

    public IReadOnlyList<Row> Open { get; private set; } = [];

    public IReadOnlyList<Row> Ended { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var seen = db.PeopleSeenBy(viewer);
        var open = await Rows(db.AccessRequests.Where(r => r.SentOn == null && r.WithdrawnAt == null).OrderBy(r => r.ExtendedTo ?? r.DueOn), seen).ToListAsync();
        var ended = await Rows(db.AccessRequests.Where(r => r.SentOn != null || r.WithdrawnAt != null).OrderByDescending(r => r.ReceivedOn), seen).Take(MostEnded).ToListAsync();
        await shown.AsPageAsync("access-requests", [.. open.Concat(ended).Select(r => r.Person.Id).Distinct()]);
        Open = open.ConvertAll(r => Make(r.Request, r.Person));
        Ended = ended.ConvertAll(r => Make(r.Request, r.Person));
    }

    private static IQueryable<Found> Rows(IQueryable<AccessRequest> requests, IQueryable<Person> seen) =>
        requests.AsNoTracking().Join(seen, r => r.PersonId, p => p.Id, (r, p) => new Found { Request = r, Person = p });

    private Row Make(AccessRequest request, Person person) =>
        new(request.Id, PersonNames.Whole(texts, person), request.ReceivedOn, request.LastDay, request.SentOn is null && request.WithdrawnAt is null && request.LastDay < clock.Today, Next(request));

    private string Next(AccessRequest request) =>
        request.SentOn is { } sent ? texts["sent on {0}", Spoken.Date(sent)]
        : request.WithdrawnAt is not null ? texts["they took it back"]
        : request.Checked is null ? texts["Next: how do we know it is them?"]
        : request.ReviewedAt is null ? texts["Next: read it through."]
        : texts["Next: print it, and send it."];

    public sealed record Row(Guid Id, string Name, DateOnly Received, DateOnly Due, bool Late, string Next);

    private sealed class Found
    {
        public required AccessRequest Request { get; init; }

        public required Person Person { get; init; }
    }
}
