using System.Globalization;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>Months, kinds and bands as people say them.</summary>
public static class ReportWords
{
    /// <summary>"Jan 2026"; long: "January 2026".</summary>
    public static string Month(Month month, bool full = false) =>
        month.FirstDay.ToString(full ? "MMMM yyyy" : "MMM yyyy", CultureInfo.CurrentCulture);

    public static string Period(Month from, Month to, Texts t) => from == to ? Month(from, full: true) : t["{0} to {1}", Month(from, full: true), Month(to, full: true)];

    public static string Kind(string kind, Texts t) => kind switch
    {
        "call_in" => t["Rang us"],
        "call_out" => t["Rang out"],
        "no_answer" => t["No answer"],
        "text" => t["Text"],
        "message" => t["Message"],
        "email" => t["E-mail"],
        "video" => t["Video"],
        "visit_to_building" => t["Visit to the building"],
        "meeting_elsewhere" => t["Meeting elsewhere"],
        "visit_at_home" => t["Visit at home"],
        _ => kind,
    };

    public static string Band(CallBand band, Texts t) =>
        band.To is null ? t["{0} calls or more", band.From]
        : band.From == band.To ? t.Count(band.From, "{0} call", "{0} calls")
        : t["{0} to {1} calls", band.From, band.To];

    public static string Gender(string words, Texts t) => words == "not said" ? t["not said"] : words;

    /// <summary>"2 h 10 min", "3 days 4 h": waiting may last longer than a call.</summary>
    public static string Wait(long? minutes, Texts t) => minutes switch
    {
        null => t["not known"],
        < 60 => t["{0} min", minutes],
        < 48 * 60 => t["{0} h {1} min", minutes / 60, minutes % 60],
        _ => t["{0} days {1} h", minutes / (24 * 60), minutes / 60 % 24],
    };

    /// <summary>"131 of 150 (87 %)": a percentage never stands without its base.</summary>
    public static string Share(int part, int whole, Texts t) =>
        whole == 0 ? t["none to count"] : t["{0} of {1} ({2} %)", part, whole, Math.Round(100m * part / whole, MidpointRounding.AwayFromZero)];
}
