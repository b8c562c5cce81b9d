using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Connections.Directory;

[Needs(Permission.KeepPartners)]
public sealed class NewModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PartnerService partners) : PartnerForm(db, texts)
{
    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Read() is not { } details)
            return Mistaken();
        var id = FormId == Guid.Empty ? Ids.New() : FormId;
        await partners.AddAsync(id, details, viewer.Actor);
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content($"~/partners/{id}"));
    }
}
