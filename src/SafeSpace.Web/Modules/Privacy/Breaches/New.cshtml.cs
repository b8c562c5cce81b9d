using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Privacy.Breaches;

/// <summary>Something got out or got lost: written down, and the clock runs.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class NewModel(GroupClock clock, BreachService breaches, Viewer viewer, Texts texts) : BreachForm(clock, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    public void OnGet() => Risk = BreachRisk.NotYetKnown;

    public async Task<IActionResult> OnPostAsync()
    {
        var known = KnownAt ?? GroupTime.Now;
        CheckFields(known);
        if (!ModelState.IsValid)
            return Mistaken();
        var id = FormId == Guid.Empty ? Ids.New() : FormId;
        await breaches.AddAsync(id, new BreachDetails(known, HappenedOn, What!, Whom, People, Risk ?? BreachRisk.NotYetKnown, null, null, null, null), viewer.Actor);
        return Saved(id);
    }
}
