using System.Globalization;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Compares a row with what it became, value by value. In a register a blank takes nothing away from a person.</summary>
internal sealed class RowDifferences(GroupStore store, GroupWords words)
{
    private const string Nothing = "nothing";

    public IReadOnlyList<Difference> Of(DiaryRow row, Contact contact, string reference, string sheetReference)
    {
        var notes = store.Vault.Open(ContactWriter.Words, contact.Id.Value, contact.Words);
        return Found(
            ("who", sheetReference, reference),
            ("day", Day(row.On), Day(contact.Day)),
            ("time", row.At is { } at ? Time(at) : null, row.At is null ? null : Time(store.Clock.ToLocal(contact.At))),
            ("what it was", row.Kind.ToString(), contact.Kind.ToString()),
            ("minutes", Number(row.Minutes), Number(contact.Minutes)),
            ("peer", row.Peer, contact.PeerId is null ? contact.PeerName : row.Peer),
            ("notes", row.Notes, notes));
    }

    public IReadOnlyList<Difference> Of(RegisterRow row, Referral referral, IReadOnlyList<string> factors, DateOnly? closed)
    {
        var (codes, unkept) = ReferralRows.FactorsOf(row, words);
        var told = store.Vault.Open(ReferralWords.ToldUs, referral.Id.Value, referral.ToldUs);
        var howSoon = store.Vault.Open(ReferralWords.HowSoonWords, referral.Id.Value, referral.HowSoonWords);
        var team = words.Find(GroupList.ReferringTeam, row.Team) ?? row.Team;
        return Found(
            ("date of referral", Day(row.ReferredOn), Day(referral.Day)),
            ("time", row.ReferredAt is { } at ? Time(at) : null, row.ReferredAt is null ? null : Time(store.Clock.ToLocal(referral.ReceivedAt))),
            ("referring team", team, referral.Team),
            ("how soon", row.UrgencyAsTyped, howSoon),
            ("factors", Listed(codes.Concat(unkept)), Listed(factors.Concat(unkept))),
            ("notes", ReferralRows.ToldUsOf(row, unkept, words), told),
            ("date closed", Day(row.ClosedOn), Day(closed)));
    }

    public IReadOnlyList<Difference> Of(RegisterRow row, PersonDetails known)
    {
        var name = NameFold.Exact(row.Given, row.Surname) == NameFold.Exact(known.GivenName ?? "", known.Surname ?? "");
        var phones = known.Phones.Select(p => PhoneKeys.Normalise(p.Number, store.Profile.Region) ?? p.Number).ToHashSet();
        var phone = row.Phones.All(p => phones.Contains(PhoneKeys.Normalise(p, store.Profile.Region) ?? p));
        var listed = string.Join(", ", known.Phones.Select(p => p.Number));
        return Found(
            ("name", row.HasName && !name ? row.FullName : null, row.HasName && !name ? $"{known.GivenName} {known.Surname}".Trim() : null),
            ("date of birth", Day(row.BornOn ?? known.DateOfBirth), Day(known.DateOfBirth)),
            ("gender", row.Gender ?? known.Gender, known.Gender),
            ("phone", phone ? null : string.Join(", ", row.Phones), phone ? null : listed),
            ("address", row.Address ?? known.Address, known.Address),
            ("postcode", row.Postcode?.ToUpperInvariant() ?? known.Postcode, known.Postcode));
    }

    private static List<Difference> Found(params (string Field, string? Sheet, string? Here)[] values) =>
        [.. values.Where(v => !Same(v.Sheet, v.Here)).Select(v => new Difference(v.Field, Said(v.Sheet), Said(v.Here)))];

    private static bool Same(string? a, string? b) => string.Equals(a?.Trim() ?? "", b?.Trim() ?? "", StringComparison.Ordinal);

    private static string Said(string? value) => string.IsNullOrWhiteSpace(value) ? Nothing : value;

    private static string Listed(IEnumerable<string> codes) => string.Join(", ", codes.Distinct().Order(StringComparer.Ordinal));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTime moment) => moment.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
