using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Desk.TheBoard;

/// <summary>The board's rows alone, for a page that lies open.</summary>
[Needs(Permission.RunDesk)]
[ShowsPeople]
[Unattended]
public sealed class RowsModel(Boards boards, GroupStore store, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown, BoardLooks looks)
    : BoardPage(boards, store, whole, clock, viewer, texts, shown, looks)
{
    public Task OnGetAsync() => ReadAsync();
}
