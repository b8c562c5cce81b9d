using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

/// <summary>
/// Where somebody is named in what is sealed for others: drafts colleagues were typing, answers kept for a program, what an import said
/// of its rows. Read with the names as they were before they went.
/// </summary>
internal sealed class Mentions
{
    private const int ShortestName = 5;
    private readonly List<string> needles;
    private readonly HashSet<Guid> ids;

    private Mentions(List<string> needles, HashSet<Guid> ids)
    {
        this.needles = needles;
        this.ids = ids;
    }

    public static async Task<Mentions> OfAsync(GroupDb db, IReadOnlyList<Person> people)
    {
        var records = people.Select(p => p.Id).ToList();
        var numbers = await db.Phones.Where(p => records.Contains(p.PersonId)).Select(p => p.Number).ToListAsync();
        var said = people.SelectMany(p => new[] { p.FullName, $"{p.KnownAs} {p.Surname}", p.Reference, p.Email, p.Id.Value.ToString(), p.Id.Value.ToString("N") })
            .Concat(numbers).Select(w => w?.Trim() ?? "").Where(w => w.Length >= ShortestName).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        // Words kept as JSON have their accents written out.
        return new Mentions([.. said.Concat(said.Select(w => JsonEncodedText.Encode(w).Value)).Distinct(StringComparer.OrdinalIgnoreCase)], [.. records.Select(r => r.Value)]);
    }

    public bool Name(string? words) => words is not null && needles.Exists(n => words.Contains(n, StringComparison.OrdinalIgnoreCase));

    public async Task TakeOutAsync(Unit unit)
    {
        foreach (var draft in await unit.Db.Drafts.ToListAsync())
        {
            if (Name(draft.Key) || Name(unit.Open("draft.words", draft.Id, draft.Words)))
                unit.Db.Drafts.Remove(draft);
        }

        foreach (var post in await unit.Db.AnsweredPosts.Where(p => p.Answer != null).ToListAsync())
        {
            if (Name(unit.Open("answered_post.answer", post.RowId, post.Answer)))
                post.Answer = null;
        }

        foreach (var run in await unit.Db.Set<ImportRun>().Where(r => r.Result != null).ToListAsync())
        {
            if (unit.Open(ImportRuns.Column, run.Id, run.Result) is { } json && Name(json))
                run.Result = unit.Seal(null, ImportRuns.Column, run.Id, JsonSerializer.Serialize(Without(JsonSerializer.Deserialize<ImportResult>(json)!)));
        }
    }

    private ImportResult Without(ImportResult result) => result with
    {
        Refused = [.. result.Refused.Select(r => Name(r.Detail) ? r with { Detail = "" } : r)],
        ProbableDuplicates = [.. result.ProbableDuplicates.Where(d => !Name(d.NewReference) && !Name(d.SamePersonAs) && !Name(d.Why))],
        Changed = [.. result.Changed.Where(c => !ids.Contains(c.Person) && !Name(c.Reference) && !Name(JsonSerializer.Serialize(c)))],
        Notes = [.. result.Notes.Where(n => !Name(n))],
    };
}
