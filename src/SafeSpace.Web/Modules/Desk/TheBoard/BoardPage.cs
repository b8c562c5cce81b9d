using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Desk.TheBoard;

/// <summary>The desk as one viewer may see it: the page itself, and its rows alone when something changed.</summary>
public abstract class BoardPage(Boards boards, GroupStore store, GroupDb whole, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown, BoardLooks looks) : PageModel
{
    public BoardView View { get; private set; } = null!;

    protected async Task ReadAsync()
    {
        var board = (await boards.ReadAsync(store, whole)).For(whole.WalledFrom(viewer));
        // An open board is one look; whoever comes onto it later is written down when they come.
        var people = looks.NewFor(store.Slug, viewer, clock.Now, board.Shown);
        await shown.AsPageAsync("desk", people.Ids);
        people.Written();
        View = new BoardView(board, clock, texts, store.Vault, viewer);
        Response.Headers["Board-Version"] = board.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
