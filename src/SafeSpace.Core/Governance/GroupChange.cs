using System.Globalization;
using System.Text.RegularExpressions;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Governance;

/// <summary>What a coordinator can say of the group, as typed.</summary>
public sealed partial class GroupChange
{
    private const int LongestName = 80;

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? NeutralAddress { get; set; }

    public int? IdleMinutes { get; set; }

    public int? SessionHours { get; set; }

    public string? ReferencePrefix { get; set; }

    public string? TimeZone { get; set; }

    public string? Language { get; set; }

    public static GroupChange Of(GroupProfile profile) => new()
    {
        Name = profile.Name,
        Phone = profile.Phone,
        NeutralAddress = profile.NeutralAddress,
        IdleMinutes = profile.IdleMinutes,
        SessionHours = profile.SessionHours ?? GroupProfile.UsualSessionHours,
        ReferencePrefix = profile.ReferencePrefix,
        TimeZone = profile.TimeZone,
        Language = profile.Language,
    };

    /// <summary>What cannot be saved: the field, and a sentence.</summary>
    public IEnumerable<(string Field, string Sentence)> Problems(IReadOnlyCollection<string> languages)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName || Name.Any(char.IsControl))
            yield return (nameof(Name), "Give the group a name, in at most 80 letters.");
        if (Phone is { Length: > 0 } && !PhoneShape().IsMatch(Phone.Trim()))
            yield return (nameof(Phone), "Write a phone number in digits, or leave this empty.");
        if (!Uri.TryCreate(NeutralAddress?.Trim(), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || NeutralAddress!.Length > 200)
            yield return (nameof(NeutralAddress), "Write a whole address that begins with https://");
        if (IdleMinutes is null or < 1 or > 240)
            yield return (nameof(IdleMinutes), "Between 1 and 240 minutes.");
        if (SessionHours is null or < 1 or > 24)
            yield return (nameof(SessionHours), "Between 1 and 24 hours.");
        if (!PrefixShape().IsMatch(ReferencePrefix?.Trim() ?? ""))
            yield return (nameof(ReferencePrefix), "One to six capital letters, like SS.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone?.Trim() ?? "", out var zone) || !zone.HasIanaId)
            yield return (nameof(TimeZone), "We do not know this time zone. Write it like Europe/London.");
        if (!languages.Contains(Language ?? ""))
            yield return (nameof(Language), "Choose a language.");
    }

    /// <summary>Where the two differ: what the field is called, mine, theirs.</summary>
    public IEnumerable<(string Label, string Mine, string Theirs)> Beside(GroupChange theirs) =>
        Fields().Zip(theirs.Fields(), (mine, other) => (mine.Label, mine.Value, other.Value)).Where(f => f.Item2 != f.Item3);

    private IEnumerable<(string Label, string Value)> Fields() =>
    [
        ("Name of the group", Name ?? ""),
        ("Phone for problems", Phone ?? ""),
        ("Where “Leave this page” goes", NeutralAddress ?? ""),
        ("Minutes until a screen nobody touches is locked", IdleMinutes?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("Hours until everybody signs in anew", SessionHours?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("What references begin with", ReferencePrefix ?? ""),
        ("Time zone", TimeZone ?? ""),
        ("Language", Language ?? ""),
    ];

    [GeneratedRegex("^[A-Z]{1,6}$")]
    private static partial Regex PrefixShape();

    [GeneratedRegex(@"^\+?[0-9 ()\-]{3,30}$")]
    private static partial Regex PhoneShape();
}
