using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Tests.Words;

/// <summary>Every text a group itself has written down: names, lists, places. It stands on pages as it is, in whatever language.</summary>
internal sealed class GroupWords
{
    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    private GroupWords()
    {
    }

    public static async Task<GroupWords> OfAsync(TestGroup group)
    {
        var words = new GroupWords();
        await using var db = group.Store.Read();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(GroupDb).Assembly))
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string)))
#pragma warning disable EF1002 // The names of tables and columns are the model's own.
                words.Add(await db.Database.SqlQueryRaw<string>($"SELECT DISTINCT \"{property.GetColumnName()}\" AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{property.GetColumnName()}\" IS NOT NULL").ToListAsync());
#pragma warning restore EF1002
        foreach (var person in await db.People.AsNoTracking().ToListAsync())
            words.Add([$"{person.GivenName} {person.Surname}", $"{person.GivenName} {(person.Surname.Length > 0 ? person.Surname[..1] : "")}"]);
        foreach (var person in await db.People.AsNoTracking().Where(p => p.KnownAs != null && p.Surname != "").ToListAsync())
            words.Add([$"{person.KnownAs} {person.Surname[..1]}"]);
        words.Add(new LanguageFiles().Languages.Append("en").Select(l => CultureInfo.GetCultureInfo(l).NativeName)); // each in its own language
        var dates = CultureInfo.GetCultureInfo("xx").DateTimeFormat;
        words.Add([.. dates.MonthNames, .. dates.AbbreviatedMonthNames, .. dates.DayNames, .. dates.AbbreviatedDayNames]);
        return words;
    }

    public bool Have(string text) => values.Contains(text) || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => values.Contains(w) || !w.Any(char.IsLetter));

    private void Add(IEnumerable<string> texts)
    {
        // "English, BSL" is shown a language at a time too.
        foreach (var text in texts)
            values.UnionWith([text.Trim(), .. text.Split(',', StringSplitOptions.TrimEntries)]);
    }
}
