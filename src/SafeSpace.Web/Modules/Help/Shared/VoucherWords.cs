using System.Globalization;
using SafeSpace.Core.Help;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>What a partner's rules say, in sentences.</summary>
public static class VoucherWords
{
    /// <summary>"One can be had today until 15:30." or why not, and when next.</summary>
    public static string Answer(VoucherAnswer answer, Texts t) =>
        answer.Today ? t["One can be had today, until {0}.", At(answer.Until!.Value)] : $"{Why(answer, t)} {Next(answer, t)}";

    public static string Why(VoucherAnswer answer, Texts t) => answer.Why switch
    {
        VoucherNo.NoRule => t["None can be had today."],
        VoucherNo.NotOnThisDay => t["None can be had on this day of the week."],
        VoucherNo.AfterCutOff => t["It is too late for today."],
        VoucherNo.HadEnough => t["This household has had {0} in {1} months; {2} is the most.", answer.Had, answer.Months, answer.Most],
        _ => "",
    };

    public static string Next(VoucherAnswer answer, Texts t) => answer.Next is { } day
        ? t["The next: {0}, until {1}.", day.ToString("ddd d MMM", CultureInfo.CurrentCulture), At(answer.Until!.Value)]
        : t["When the next can be had is not known."];

    public static string At(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
