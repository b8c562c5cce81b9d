using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using PhoneKeys = SafeSpace.Core.Register.Matching.Details.PhoneKeys;

namespace SafeSpace.Core.Referrals;

/// <summary>Of somebody known, what a referral says new goes beside what is known. Nothing that is known is written over.</summary>
internal static class KnownBetter
{
    public static async Task AddAsync(Unit unit, Person person, PersonDetails said)
    {
        var phones = await unit.Db.Phones.Where(p => p.PersonId == person.Id).ToListAsync();
        var region = unit.Store.Profile.Region;
        var fresh = said.Phones.Where(p => !string.IsNullOrWhiteSpace(p.Number) && phones.All(known => known.Number != p.Number.Trim()
            && (known.Reversed.Length == 0 || known.Reversed != PhoneKeys.Reversed(p.Number, region)))).ToList();
        string? Open(string column, Sealed? words) => unit.Open(column, person.RowId, words);
        var known = new PersonDetails
        {
            GivenName = person.GivenName,
            Surname = person.Surname,
            KnownAs = person.KnownAs,
            DateOfBirth = person.DateOfBirth ?? said.DateOfBirth,
            Gender = person.Gender ?? said.Gender,
            Ethnicity = person.Ethnicity ?? said.Ethnicity,
            Language = person.Language ?? said.Language,
            Address = person.Address ?? said.Address,
            Postcode = person.Postcode ?? said.Postcode,
            Email = person.Email ?? said.Email,
            Phones = [.. phones.Select(p => new PhoneDetails(p.Number, p.Note)), .. fresh],
            SafeTimes = Both(Open(PersonWords.SafeTimes, person.SafeTimes), said.SafeTimes),
            Voicemail = said.Voicemail == Voicemail.NotAsked ? person.Voicemail : said.Voicemail,
            WhoMayAnswer = Both(Open(PersonWords.WhoMayAnswer, person.WhoMayAnswer), said.WhoMayAnswer),
            CommunicationNeeds = Both(Open(PersonWords.CommunicationNeeds, person.CommunicationNeeds), said.CommunicationNeeds),
            BeforeRinging = Both(Open(PersonWords.BeforeRinging, person.BeforeRinging), said.BeforeRinging),
        };
        await PersonWriter.ChangeAsync(unit, person, known);
    }

    /// <summary>What was known first, what is new on a line below; the same words are not said twice.</summary>
    private static string? Both(string? known, string? said)
    {
        var fresh = said?.Trim();
        if (string.IsNullOrEmpty(fresh))
            return known;
        if (string.IsNullOrEmpty(known))
            return fresh;
        return known.Contains(fresh, StringComparison.Ordinal) ? known : $"{known}\n{fresh}";
    }
}
