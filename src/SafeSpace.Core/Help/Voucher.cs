using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Vouchers that a partner lets us give: for what, and by which rules. The rules have dates.</summary>
public sealed class VoucherScheme : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Whose vouchers they are.</summary>
    public string? Partner { get; set; }

    /// <summary>Code of the item one voucher is good for.</summary>
    public required string Item { get; set; }

    /// <summary>How many were ever given: two who give the last one at once on two nodes meet here. <c>verify</c> counts it again.</summary>
    public int Issued { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <summary>What a partner's rule says, from a day on until the next rule begins.</summary>
public sealed class VoucherRule : IRecorded
{
    public Guid Id { get; set; }

    public Guid SchemeId { get; set; }

    public DateOnly From { get; set; }

    /// <summary>How many a household may have …</summary>
    public int MostEach { get; set; }

    /// <summary>… within so many months.</summary>
    public int Months { get; set; }

    /// <summary>Until when one can be had on the day itself, in minutes of the day, Monday to Sunday, with commas; empty for a day without any: "930,930,930,930,930,,".</summary>
    public required string CutOffs { get; set; }

    public long SummerPence { get; set; }

    public long WinterPence { get; set; }

    /// <summary>The first month of winter and its last: 10 and 3.</summary>
    public int WinterFrom { get; set; }

    public int WinterUntil { get; set; }

    /// <summary>A voucher is good for so many days; empty: until it is used.</summary>
    public int? GoodForDays { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid RowId => Id;
}

public enum VoucherState
{
    Issued,
    Redeemed,

    /// <summary>Given by mistake.</summary>
    TakenBack,
}

/// <summary>One voucher somebody was given.</summary>
public sealed class Voucher : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    public Guid SchemeId { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>The household it was given to, as it was then.</summary>
    public Guid? HouseholdId { get; set; }

    /// <summary>What stands on it, so that the partner knows it.</summary>
    public string? Number { get; set; }

    public long Pence { get; set; }

    public DateOnly Day { get; set; }

    public VoucherState State { get; set; }

    /// <summary>The last day it is good.</summary>
    public DateOnly? GoodUntil { get; set; }

    public DateOnly? RedeemedOn { get; set; }

    /// <summary>Why it was given beyond the rule; sealed.</summary>
    public Sealed? Beyond { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    /// <summary>Never used, and not good any more: it counts against no household.</summary>
    public bool LapsedBy(DateOnly day) => State == VoucherState.Issued && GoodUntil is { } until && day > until;
}

/// <summary>People who live together and share what a partner gives to a household.</summary>
public sealed class Household : IRecorded
{
    public Guid Id { get; set; }

    public DateTime MadeAt { get; set; }

    public UserId? MadeById { get; set; }

    public Guid RowId => Id;
}

public sealed class HouseholdMember : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public Guid HouseholdId { get; set; }

    public PersonId PersonId { get; set; }

    public DateTime From { get; set; }

    public DateTime? Until { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
