using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>Writes a figure; for whoever may open figures, as a link to its rows. Nothing opens to nothing: 0 is no link.</summary>
public sealed class RowsLink(MonitoringReport report, bool mayOpen, string rowsAddress)
{
    /// <param name="month">One month of the period; without it all of it.</param>
    /// <param name="of">Narrower, as in <see cref="FigureChoice.Of"/>.</param>
    /// <param name="on">Another day than the report's, for what holds on a day.</param>
    public IHtmlContent To(string figure, long value, Month? month = null, string? of = null, DateOnly? on = null)
    {
        var number = value.ToString("#,0", CultureInfo.CurrentCulture);
        if (!mayOpen || value == 0)
            return new HtmlContentBuilder().Append(number);
        var link = new TagBuilder("a");
        link.Attributes["href"] = Address(figure, month, of, on);
        link.InnerHtml.Append(number);
        return link;
    }

    private string Address(string figure, Month? month, string? of, DateOnly? on)
    {
        var query = new QueryString()
            .Add("figure", figure)
            .Add("from", (month ?? report.From).ToString())
            .Add("to", (month ?? report.To).ToString())
            .Add("on", (on ?? report.On).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return rowsAddress + (of is null ? query : query.Add("of", of));
    }
}
