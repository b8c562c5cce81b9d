using SafeSpace.Core.Help;

namespace SafeSpace.Web.Modules.Help.Shared;

public static class StockWords
{
    public static string Of(StockMoveKind kind) => kind switch
    {
        StockMoveKind.CameIn => "came in",
        StockMoveKind.Given => "given to somebody",
        StockMoveKind.CameBack => "came back",
        StockMoveKind.WentOut => "went out",
        _ => "counted again",
    };
}
