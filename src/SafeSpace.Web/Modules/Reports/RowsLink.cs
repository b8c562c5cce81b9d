using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>Writes a figure; for whoever may open figures, as a link to its rows. Nothing opens to nothing: 0 is no link.</summary>
public sealed class RowsLink(MonitoringReport report, bool mayOpen, string rowsAddress)
{
    /// <param name="month">One month of the period; without it all of it.</param>
    /// <param name="of">Narrower, as in <see cref="FigureChoice.Of"/>.</param>
    /// <param name="on">Another day than the report's, for what holds on a day.</param>
    public IHtmlContent To(string figure, long value, Month? month = null, string? of = null, DateOnly? on = null)
    {
        return Link(value.ToString("#,0", CultureInfo.CurrentCulture), value, Address(figure, month, of, on));
    }

    /// <summary>As <see cref="To"/>, for whole pence.</summary>
    public IHtmlContent Money(string figure, long pence, Texts t, Month? month = null, string? of = null) =>
        Link(SocialValue.ValueWords.Money(pence, t), pence, Address(figure, month, of, null));

    private IHtmlContent Link(string words, long value, string address)
    {
        if (!mayOpen || value == 0)
            return new HtmlContentBuilder().Append(words);
        var link = new TagBuilder("a");
        link.Attributes["href"] = address;
        link.InnerHtml.Append(words);
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
