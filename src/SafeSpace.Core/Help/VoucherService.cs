using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Gives a voucher inside a unit of work: within the partner's rule, or beyond it with a word.</summary>
internal static class VoucherWriter
{
    public static async Task<HelpOutcome> TakeAsync(Unit unit, HelpGiven help, Guid schemeId, HelpDetails details, bool mayExceed)
    {
        if (await unit.Db.VoucherSchemes.FindAsync(schemeId) is not { EndedAt: null } scheme || scheme.Item != help.Item)
            return new HelpOutcome(HelpResult.NoSuchSource);
        var rules = await unit.Db.VoucherRules.Where(r => r.SchemeId == schemeId && r.TakenBackAt == null).ToListAsync();
        var household = await HouseholdSeen.OfAsync(unit.Db, help.PersonId);
        // The rule is asked for the moment it was given: written down later, half past three was half past three.
        var answer = VoucherAnswer.Of(rules, await household.HadAsync(unit.Db, schemeId, help.Day), LocalMoment.From(unit.Clock.ToLocal(help.At)));
        var beyond = mayExceed && !string.IsNullOrWhiteSpace(details.Beyond) ? details.Beyond.Trim() : null;
        var rule = rules.Where(r => r.From <= help.Day).OrderBy(r => r.From).ThenBy(r => r.Id).LastOrDefault();
        if (!answer.Today && (beyond is null || rule is null))
            return new HelpOutcome(HelpResult.NoVoucher, Voucher: answer);
        help.Pence = details.Pence ?? VoucherAnswer.Worth(rule!, help.Day);
        var voucher = new Voucher
        {
            Id = Ids.New(),
            SchemeId = schemeId,
            PersonId = help.PersonId,
            HouseholdId = household.Id,
            Number = string.IsNullOrWhiteSpace(details.VoucherNumber) ? null : details.VoucherNumber.Trim(),
            Pence = help.Pence,
            Day = help.Day,
            GoodUntil = rule!.GoodForDays is { } days ? help.Day.AddDays(days) : null,
        };
        voucher.Beyond = answer.Today ? null : unit.Seal(help.PersonId, HelpColumns.Beyond, voucher.Id, beyond);
        unit.Db.Vouchers.Add(voucher);
        scheme.Issued++;
        help.VoucherId = voucher.Id;
        return new HelpOutcome(HelpResult.Done, help, Voucher: answer);
    }
}

/// <param name="CutOffs">As in <see cref="VoucherRule.CutOffs"/>.</param>
public sealed record RuleDetails(DateOnly From, int MostEach, int Months, string CutOffs, long SummerPence, long WinterPence, int WinterFrom, int WinterUntil, int? GoodForDays);

/// <summary>What partners let us give, by which rules; and what became of each voucher.</summary>
public sealed class VoucherService(GroupStore store)
{
    /// <summary>What the rules say for this person's household, now.</summary>
    /// <param name="whole">The whole store: a household counts with everybody in it.</param>
    public static async Task<VoucherAnswer> AskAsync(GroupDb whole, GroupClock clock, Guid scheme, PersonId person)
    {
        var rules = await whole.VoucherRules.AsNoTracking().Where(r => r.SchemeId == scheme && r.TakenBackAt == null).ToListAsync();
        var household = await HouseholdSeen.OfAsync(whole, person);
        return VoucherAnswer.Of(rules, await household.HadAsync(whole, scheme, clock.Today), LocalMoment.From(clock.LocalNow));
    }

    public Task AddAsync(Guid id, string name, string? partner, string item, Actor by) => store.Write("VoucherSchemeAdded", by, async unit =>
    {
        if (await unit.Db.VoucherSchemes.FindAsync(id) is null)
            unit.Db.VoucherSchemes.Add(new VoucherScheme { Id = id, Name = name.Trim(), Partner = string.IsNullOrWhiteSpace(partner) ? null : partner.Trim(), Item = item });
    });

    /// <summary>A new rule holds from its day on; what was given before stays as it was given.</summary>
    public Task AddRuleAsync(Guid id, Guid scheme, RuleDetails details, Actor by) => store.Write("VoucherRuleAdded", by, async unit =>
    {
        if (await unit.Db.VoucherRules.FindAsync(id) is not null)
            return;
        unit.Db.VoucherRules.Add(new VoucherRule
        {
            Id = id,
            SchemeId = scheme,
            From = details.From,
            MostEach = details.MostEach,
            Months = details.Months,
            CutOffs = details.CutOffs,
            SummerPence = details.SummerPence,
            WinterPence = details.WinterPence,
            WinterFrom = details.WinterFrom,
            WinterUntil = details.WinterUntil,
            GoodForDays = details.GoodForDays,
        });
    });

    public Task<bool> TakeRuleBackAsync(Guid id, Actor by) => store.Write("VoucherRuleTakenBack", by, async unit =>
    {
        if (await unit.Db.VoucherRules.FindAsync(id) is not { } rule)
            return false;
        rule.TakenBackAt ??= unit.Now;
        return true;
    });

    public Task<bool> EndAsync(Guid id, bool ended, Actor by) => HelpService.AgainAsync(() => store.Write(ended ? "VoucherSchemeEnded" : "VoucherSchemeBroughtBack", by, async unit =>
    {
        if (await unit.Db.VoucherSchemes.FindAsync(id) is not { } scheme)
            return false;
        scheme.EndedAt = ended ? scheme.EndedAt ?? unit.Now : null;
        return true;
    }));

    /// <summary>The partner says that it was used.</summary>
    public Task<bool> RedeemAsync(Guid id, DateOnly day, Actor by) => store.Write("VoucherRedeemed", by, async unit =>
    {
        if (await unit.Db.Vouchers.FindAsync(id) is not { State: not VoucherState.TakenBack } voucher)
            return false;
        (voucher.State, voucher.RedeemedOn) = (VoucherState.Redeemed, voucher.RedeemedOn ?? day);
        return true;
    });

    /// <summary>That was another one.</summary>
    public Task<bool> NotUsedAsync(Guid id, Actor by) => store.Write("VoucherNotUsed", by, async unit =>
    {
        if (await unit.Db.Vouchers.FindAsync(id) is not { State: not VoucherState.TakenBack } voucher)
            return false;
        (voucher.State, voucher.RedeemedOn) = (VoucherState.Issued, null);
        return true;
    });

    /// <summary>What stands on it, once it is there.</summary>
    public Task<bool> NumberAsync(Guid id, string? number, Actor by) => store.Write("VoucherNumberNoted", by, async unit =>
    {
        if (await unit.Db.Vouchers.FindAsync(id) is not { } voucher)
            return false;
        voucher.Number = string.IsNullOrWhiteSpace(number) ? null : number.Trim();
        return true;
    });
}
