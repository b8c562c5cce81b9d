using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Asking;

/// <summary>One ask: who could, brought together by somebody who knows both. Whoever must be kept apart is not among them.</summary>
[Needs(Permission.LogContacts)]
public sealed class AskModel(DoorTools tools, AskService asking, [FromKeyedServices(WholeStore.Key)] GroupDb whole) : DoorPage(tools)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Offer { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Ask Ask { get; private set; } = null!;

    public string What { get; private set; } = "";

    public string? Next { get; private set; }

    public OfferLine? MatchedBy { get; private set; }

    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public DateOnly Today => Clock.Today;

    public bool Open => Ask.State is AskState.Open or AskState.Matched;

    public string StateWord => AskStates.Of(T, Ask.State);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var seen = Version;
        if (await LoadAsync() is { } answer)
            return answer;
        switch (Do)
        {
            case "match":
                if (!Guid.TryParse(Offer, out var offer) || Offers.All(o => o.Id != offer))
                    ModelState.AddModelError(nameof(Offer), T["Please choose one of these."]);
                return ModelState.IsValid ? Answer(await asking.MatchAsync(Id, seen, offer, Viewer.Actor), $"~/asks/{Id}") : Mistaken();
            case "done" or "drop" or "unmet":
                return Answer(await asking.EndAsync(Id, seen, Do == "done" ? AskState.Done : Do == "drop" ? AskState.Dropped : AskState.Unmet, Viewer.Actor), "~/asks");
            case "again":
                return ReadNext() is { } on && ModelState.IsValid ? Answer(await asking.OpenAgainAsync(Id, seen, on, Viewer.Actor), $"~/asks/{Id}") : Mistaken();
            default:
                return ReadNext() is { } next && ModelState.IsValid ? Answer(await asking.LaterAsync(Id, seen, Do == "unmatch", next, Viewer.Actor), $"~/asks/{Id}") : Mistaken();
        }
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Asks.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id) is not { } ask)
            return NotFound();
        if (await FindLivingAsync("ask", ask.PersonId) is { } answer)
            return answer;
        Ask = ask;
        Version = ask.Version;
        What = Unsealed(AskWords.What, Id, ask.What) ?? "";
        Next = await NextWordsAsync(Id);
        var (offers, people) = await OfferLines.ReadAsync(Tools, await ListLabels.LoadAsync(Db, GroupList.SupportKind));
        await Tools.Shown.AsPageAsync("ask", [.. people, Person.Id]);
        MatchedBy = offers.FirstOrDefault(o => o.Id == ask.OfferId);
        var meeting = await Meeting.ReadAsync(whole);
        Offers =
        [
            .. offers.Where(o => o.Who.Person != ask.PersonId && meeting.May(Party.Of(ask.PersonId), o.Who)).OrderBy(o => o.KindCode != ask.Kind),
        ];
        return null;
    }
}
