using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>Finds whom a page is about, and says their name as short as it is safe to.</summary>
public static class PeopleOnPages
{
    /// <summary>The person of a reference, when the viewer may see them; a merged record gives the one that is kept.</summary>
    public static async Task<Person?> FindSeenAsync(this GroupDb db, Viewer viewer, string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference))
            return null;
        var asked = reference.Trim();
        var seen = db.PeopleSeenBy(viewer).AsNoTracking();
        var person = viewer.May(Permission.SeeRegister) ? await OfReference.AskAsync(db, asked) : await seen.SingleOrDefaultAsync(p => p.Reference == asked);
        return person ?? await KeptAsync(db, seen, p => p.Reference == asked);
    }

    /// <summary>The same for programs, which may ask by id too.</summary>
    public static async Task<Person?> FindAskedAsync(this GroupDb db, Viewer viewer, string asked)
    {
        if (!Guid.TryParse(asked, out var id))
            return await db.FindSeenAsync(viewer, asked);
        var seen = db.PeopleSeenBy(viewer).AsNoTracking();
        return await seen.SingleOrDefaultAsync(p => p.Id == new PersonId(id)) ?? await KeptAsync(db, seen, p => p.Id == new PersonId(id));
    }

    /// <summary>A record that became one with another is the one that was kept.</summary>
    private static async Task<Person?> KeptAsync(GroupDb db, IQueryable<Person> seen, Expression<Func<Person, bool>> asked) =>
        await db.PeopleWithMerged.Where(asked).Select(p => p.MergedIntoId).SingleOrDefaultAsync() is { } kept ? await seen.SingleOrDefaultAsync(p => p.Id == kept) : null;

    private static readonly Question<string, Person?> OfReference =
        new((db, reference) => db.Set<Person>().AsNoTracking().Where(RegisterSets.IsThere).SingleOrDefault(p => p.Reference == reference));

    /// <summary>"Sam H.": what they like to be called and the first letter of the surname; the reference when there is no name.</summary>
    public static string ShortName(this Person person)
    {
        var first = string.IsNullOrWhiteSpace(person.KnownAs) ? person.GivenName : person.KnownAs;
        if (first.Length == 0)
            return person.Surname.Length == 0 ? person.Reference : person.Surname;
        var letters = new System.Globalization.StringInfo(person.Surname);
        return letters.LengthInTextElements == 0 ? first : $"{first} {letters.SubstringByTextElements(0, 1)}.";
    }

    /// <summary>What a telephone can ring; null when there are no digits in it.</summary>
    public static string? Dialled(string? number)
    {
        var digits = new string([.. (number ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length < 3 ? null : (number!.TrimStart().StartsWith('+') ? "+" : "") + digits;
    }
}
