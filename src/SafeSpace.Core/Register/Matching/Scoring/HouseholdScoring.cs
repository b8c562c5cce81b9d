using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>Points for phone and address. A household shares both, so together they have a limit.</summary>
internal static class HouseholdScoring
{
    private const double AlikePart = 0.8, AlikeAddress = 0.88;
    private const int FewestPhoneDigits = 9;

    public static void Score(PreparedPerson a, PreparedPerson b, List<MatchClue> clues)
    {
        var first = clues.Count;
        if (Phone(a, b) is { } phone) clues.Add(phone);
        if (Address(a, b) is { } address) clues.Add(address);
        var earned = 0.0;
        for (var i = first; i < clues.Count; i++) earned += Math.Max(0, clues[i].Points);
        // Twins, couples and children share all of it.
        var most = clues.Take(first).Any(clue => clue.Reason == MatchReason.GivenNamesDiffer) ? MatchWeights.MostForKin : MatchWeights.MostForHousehold;
        if (earned <= most) return;
        var part = most / earned;
        for (var i = first; i < clues.Count; i++)
        {
            if (clues[i].Points > 0) clues[i] = clues[i] with { Points = clues[i].Points * part };
        }
    }

    private static MatchClue? Phone(PreparedPerson a, PreparedPerson b)
    {
        if (a.Phones.Length == 0 || b.Phones.Length == 0) return null;
        if (a.Phones.AsSpan().IndexOfAny(b.Phones) >= 0) return new(MatchReason.SamePhone, MatchWeights.SamePhone);
        var near = a.Phones.Any(x => x.Length >= FewestPhoneDigits && b.Phones.Any(y => EditDistance.AtMostOne(x, y)));
        return near ? new(MatchReason.PhoneOneDigit, MatchWeights.PhoneOneDigit) : new(MatchReason.PhonesDiffer, MatchWeights.PhonesDiffer);
    }

    private static MatchClue? Address(PreparedPerson a, PreparedPerson b)
    {
        var street = Lines(a, b);
        var house = Points(a.House, b.House, MatchWeights.House, exactly: true);
        var place = Points(a.Place, b.Place, MatchWeights.Place);
        var postcode = Points(a.Postcode, b.Postcode, MatchWeights.Postcode);
        var area = Points(a.Area, b.Area, MatchWeights.Area);
        if ((street ?? house ?? place ?? postcode ?? area) is null) return null;
        var total = (street ?? 0) + (house ?? 0) + (place ?? 0) + (postcode ?? 0) + (area ?? 0);
        // People move: an address that is wholly another speaks no louder than this against.
        if (total <= 0) return new(MatchReason.AddressesDiffer, Math.Max(total, MatchWeights.AddressesDiffer));
        var reason = street > 0 ? house > 0 ? MatchReason.SameAddress : MatchReason.SameStreet
            : postcode > 0 ? MatchReason.SamePostcode
            : MatchReason.SamePlace;
        return new(reason, total);
    }

    /// <summary>Street and further line, either of which may stand in the other's place; null when they cannot be compared.</summary>
    private static double? Lines(PreparedPerson a, PreparedPerson b)
    {
        var straight = Sum(Points(a.Street, b.Street, MatchWeights.Street), Points(a.AddressLine, b.AddressLine, MatchWeights.AddressLine));
        var crossed = Sum(Points(a.Street, b.AddressLine, MatchWeights.Street), Points(a.AddressLine, b.Street, MatchWeights.Street));
        return crossed > 0 && crossed > (straight ?? 0) ? crossed : straight;
    }

    private static double? Sum(double? x, double? y) => x is null && y is null ? null : (x ?? 0) + (y ?? 0);

    private static double? Points(string? a, string? b, double same, bool exactly = false)
    {
        if (a is null || b is null) return null;
        if (a == b) return same;
        var alike = !exactly && (EditDistance.AtMostOne(a, b) || EditDistance.JaroWinkler(a, b) >= AlikeAddress);
        return same * (alike ? AlikePart : MatchWeights.AddressPartDiffers);
    }
}
