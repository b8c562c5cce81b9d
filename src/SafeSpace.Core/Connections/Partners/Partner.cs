using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Partners;

/// <summary>A service people are introduced to: what for, for whom, when open, how to refer. Somebody checked that it is so, on a day.</summary>
public sealed class Partner : IRecorded, IVersioned
{
    /// <summary>An entry nobody looked at for as long asks for a check.</summary>
    public const int DaysUntilCheck = 180;

    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>An entry of the group's list of kinds of partner.</summary>
    public string? Kind { get; set; }

    public string? WhatFor { get; set; }

    public string? ForWhom { get; set; }

    public string? OpenWhen { get; set; }

    public string? HowToRefer { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    /// <summary>Who there knows us. For us alone: it is never published.</summary>
    public string? WhoKnowsUs { get; set; }

    /// <summary>Everybody may read it, also in the feed for other directories.</summary>
    public bool Public { get; set; }

    public DateOnly CheckedOn { get; set; }

    public UserId? CheckedById { get; set; }

    public required string CheckedByName { get; set; }

    /// <summary>It takes nobody any more.</summary>
    public DateTime? ClosedAt { get; set; }

    public string? ClosedWhy { get; set; }

    /// <summary>Its id in the directory it was brought in from: brought in again, it is the same entry.</summary>
    public string? ImportedId { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public bool AsksForCheck(DateOnly today) => ClosedAt is null && CheckedOn.AddDays(DaysUntilCheck) <= today;
}

/// <summary>What an entry says.</summary>
public sealed record PartnerDetails(string Name)
{
    public string? Kind { get; init; }

    public string? WhatFor { get; init; }

    public string? ForWhom { get; init; }

    public string? OpenWhen { get; init; }

    public string? HowToRefer { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public string? WhoKnowsUs { get; init; }

    public bool Public { get; init; }

    internal void FillIn(Partner partner)
    {
        (partner.Name, partner.Kind, partner.WhatFor, partner.ForWhom) = (Name.Trim(), Clean(Kind), Clean(WhatFor), Clean(ForWhom));
        (partner.OpenWhen, partner.HowToRefer, partner.Phone, partner.Email) = (Clean(OpenWhen), Clean(HowToRefer), Clean(Phone), Clean(Email));
        (partner.Website, partner.Address, partner.Postcode, partner.WhoKnowsUs, partner.Public) = (Clean(Website), Clean(Address), Clean(Postcode), Clean(WhoKnowsUs), Public);
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
