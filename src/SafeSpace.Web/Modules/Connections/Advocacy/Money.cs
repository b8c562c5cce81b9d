using System.Globalization;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

internal static class Money
{
    /// <summary>"£1,234.50"; of another currency its code: "EUR 1,234.50".</summary>
    public static string Say(long pence, string currency) => (currency == "GBP" ? "£" : currency + " ") + (pence / 100m).ToString("#,0.00", CultureInfo.CurrentCulture);
}
