using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Referrals.ReferByForm;

/// <summary>
/// Refer by form, in under a minute. It looks nothing up and hints at nothing: whether somebody is known here is not the
/// referrer's to learn. Probable duplicates are for the desk.
/// </summary>
[Needs(Permission.ReferByForm)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Texts texts, Viewer viewer, ReferralService referrals) : ReferPage(clock, texts)
{
    public async Task OnGetAsync()
    {
        Lists = await ReferralLists.ReadAsync(db);
        ReferrerName = viewer.Name;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Lists = await ReferralLists.ReadAsync(db);
        var details = Details(Channel.Form) with { ReferrerId = viewer.Id };
        Say(ReferralRules.Check(details, Lists.Codes, Clock.Today));
        if (!ModelState.IsValid)
            return Again();
        var saved = await referrals.ReferAsync(Id, details, viewer.Actor);
        this.MarkSaved(Clock.Now, T[saved!.Again ? "This was sent already; nothing was added." : "It is with us. You see here when it was taken."]);
        return LocalRedirect(Url.Content("~/refer/mine"));
    }
}
