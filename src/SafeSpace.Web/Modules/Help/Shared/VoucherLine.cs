using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>Whether somebody can have a partner's voucher now, and what else could help.</summary>
public sealed record VoucherLine(VoucherScheme Scheme, VoucherAnswer Answer, IReadOnlyList<string> Else)
{
    /// <param name="whole">The whole store: a household counts with everybody in it. Nobody is named.</param>
    /// <param name="item">What was chosen already: the others' vouchers are not in the way. Empty for all.</param>
    public static async Task<IReadOnlyList<VoucherLine>> ReadAsync(GroupDb whole, GroupClock clock, HelpChoices choices, PersonId person, string? item)
    {
        var lines = new List<VoucherLine>();
        foreach (var scheme in choices.Schemes.Where(s => string.IsNullOrEmpty(item) || s.Item == item))
            lines.Add(new VoucherLine(scheme, await VoucherService.AskAsync(whole, clock, scheme.Id, person), [.. choices.ElseFor(scheme.Item)]));
        return lines;
    }
}
