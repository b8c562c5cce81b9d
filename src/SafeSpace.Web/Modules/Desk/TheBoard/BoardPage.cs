using Microsoft.AspNetCore.Mvc;
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

    /// <summary>Of this section everything is shown: "late", "waiting" …; nothing that is one shows the first rows of each.</summary>
    [BindProperty(SupportsGet = true)]
    public string? All { get; set; }

    protected async Task ReadAsync()
    {
        var board = (await boards.ReadAsync(store, whole)).For(await whole.WalledFromAsync(viewer));
        View = new BoardView(board, Enum.TryParse<Standing>(All, ignoreCase: true, out var all) ? all : null, clock, texts, store.Vault, viewer);
        // An open board is one look; whoever comes onto it later is written down when they come.
        var people = looks.NewFor(store.Slug, viewer, clock.Now, View.Shown);
        await shown.AsPageAsync("desk", people.Ids);
        people.Written();
        Response.Headers["Board-Version"] = board.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
