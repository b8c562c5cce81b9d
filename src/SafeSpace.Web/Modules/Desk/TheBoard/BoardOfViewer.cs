using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Web.Infrastructure.Groups;

namespace SafeSpace.Web.Modules.Desk.TheBoard;

public static class BoardOfViewer
{
    /// <summary>The desk just now, with what this viewer must not see taken out.</summary>
    public static async Task<Core.Desk.Board.Board> OfAsync(this Boards boards, HttpContext context, GroupStore store, Viewer viewer)
    {
        var whole = context.RequestServices.Whole();
        return (await boards.ReadAsync(store, whole)).For(await whole.WalledFromAsync(viewer));
    }
}
