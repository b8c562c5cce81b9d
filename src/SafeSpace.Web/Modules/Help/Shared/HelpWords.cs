using SafeSpace.Core.Help;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.SocialValue;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>What help, its states and its refusals are called.</summary>
public static class HelpWords
{
    public static string Money(long pence, Texts t) => ValueWords.Money(pence, t);

    /// <summary>"Food pack, £12.00 · Winter pot": what was just given, and from where.</summary>
    public static string Given(HelpGiven given, HelpChoices choices, Texts t) =>
        string.Join(" · ", new[] { $"{choices.LabelOf(given.Item)}, {Money(given.Pence, t)}", choices.SourceOf(given) }.OfType<string>());

    public static string State(HelpState state) => state switch
    {
        HelpState.Promised => "promised",
        HelpState.Given => "given",
        HelpState.CalledOff => "not needed any more",
        _ => "a mistake, does not count",
    };

    public static string Way(HelpWay way) => way switch
    {
        HelpWay.Fetched => "Handed over, or fetched",
        HelpWay.Delivered => "Delivered",
        _ => "Sent as a code",
    };

    public static IReadOnlyList<Choice> Ways(Texts t) => [.. Enum.GetValues<HelpWay>().Select(w => new Choice(w.ToString(), t[Way(w)]))];

    public static string Usually(UsualSource source) => source switch
    {
        UsualSource.Pot => "Money of a pot",
        UsualSource.Stock => "Our stock",
        _ => "Given to us, counted by nobody",
    };

    public static string Entry(PotEntryKind kind) => kind switch
    {
        PotEntryKind.PutIn => "put in",
        PotEntryKind.TakenOut => "taken out again",
        PotEntryKind.Promised => "promised",
        PotEntryKind.Spent => "spent",
        PotEntryKind.Released => "does not count",
        _ => "came back",
    };

    public static string Claim(ClaimState state) => state switch
    {
        ClaimState.Asked => "asked for",
        ClaimState.PaidBack => "paid back",
        ClaimState.Declined => "could not be paid",
        _ => "not asked for any more",
    };

    /// <summary>Which field a refusal stands beside, and its sentence; null when it went well.</summary>
    public static (string Field, string Sentence)? Refusal(HelpOutcome outcome, bool mayExceed, Texts t) => outcome.Result switch
    {
        HelpResult.Done or HelpResult.DoneBefore => null,
        HelpResult.NoSuchItem => ("Item", t["Please choose what they get."]),
        HelpResult.NoSuchSource => ("Source", t["This does not come from there. Please choose again."]),
        HelpResult.NeedsValue => ("Amount", t["How much is it worth? Write it in pounds and pence; 0 is fine for a gift."]),
        HelpResult.InTheFuture => ("When", t["This is still to come. Promise it instead, or write when it was."]),
        HelpResult.TooLongAgo => ("When", t["This is more than two years ago. Please look at the day again."]),
        HelpResult.SaySource => ("Source", t["No pot is open that pays for this. Please say where it came from."]),
        HelpResult.PotShut => ("Source", t["This pot is closed, or its time was over on that day. Please choose another."]),
        HelpResult.PotTooSmall when mayExceed => ("Beyond", t["The pot has {0} left. Write a word why it may go below nothing, or choose another.", Money(Math.Max(0, outcome.LeftPence), t)]),
        HelpResult.PotTooSmall => ("Source", t["The pot has {0} left. Nothing was taken. Choose another, or ask the facilitator.", Money(Math.Max(0, outcome.LeftPence), t)]),
        HelpResult.NoneInStock => ("Source", t["There is none left in stock. If there is, count again; or say where it came from."]),
        HelpResult.NoVoucher when mayExceed => ("Beyond", $"{VoucherWords.Why(outcome.Voucher!, t)} {t["Write a word why it is given all the same, or choose something else."]}"),
        HelpResult.NoVoucher => ("Source", $"{VoucherWords.Why(outcome.Voucher!, t)} {t["The facilitator may give one all the same."]}"),
        HelpResult.TooMuchBack => ("Back", t["More came back than it cost. Please look at the amount again."]),
        HelpResult.PaidBackAlready => ("", t["This was paid back from a pot already. Write down the money that came back first."]),
        _ => ("", t["This ended already. What stands there now is on this page."]),
    };

    /// <summary>A sentence for an amount that cannot be read; the one about income says less here.</summary>
    public static string NoMoney(string why) => why == MoneyText.Negative ? "An amount is not less than nothing." : why;
}
