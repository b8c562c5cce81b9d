using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Import.Outcome;

/// <summary>How far an import has come, and then what became of every row.</summary>
[Needs(Permission.Import)]
[ShowsPeople]
public sealed class IndexModel(GroupStore store, GroupDb db, ImportDesk desk, PersonViews shown, Viewer viewer, Texts texts) : PageModel
{
    private const string SecondsBetweenLooks = "3";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Places, in the list of edited rows, of those to put right.</summary>
    [BindProperty]
    public List<int> Rows { get; set; } = [];

    public WaitingImport? Waiting { get; private set; }

    public ImportResult? Result { get; private set; }

    /// <summary>Edited rows whose people the viewer may see, with their places in the list; those behind a wall are left out as on every page.</summary>
    public IReadOnlyList<(ChangedRow Row, int Place)> Edited { get; private set; } = [];

    public bool HasFiles { get; private set; }

    public bool MayDecide => viewer.May(Permission.DecideDuplicates);

    public int RowsShown => 500;

    public int Percent => Waiting is { Progress.All: > 0 } waiting ? Math.Min(100, (int)(100L * waiting.Progress.Done / waiting.Progress.All)) : 0;

    public string Heading => texts[Waiting is not null ? Waiting.DryRun ? "Trying it" : "Coming in"
        : Result is null || Result.Failure is not null ? "It stopped" : Result.DryRun ? "What it would be" : "What came in"];

    public async Task<IActionResult> OnGetAsync()
    {
        // The queue first: an import that ends between the two questions has left its result by then.
        Waiting = desk.Running(Id);
        if (await desk.FindAsync(Id) is not { } run)
            return NotFound();
        Result = desk.Runs.Open(run);
        HasFiles = desk.HasFiles(Id);
        if (Waiting is not null)
            Response.Headers["Refresh"] = SecondsBetweenLooks;
        else if (Result is null && run.State == ImportState.Uploaded)
            return RedirectToPage("/Import/Columns/Index", new { Id });
        var seen = await SeenAsync((Waiting is null ? Result?.Changed : null) ?? [], RowsShown);
        Edited = seen.Rows;
        await shown.AsPageAsync("import", seen.People);
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync()
    {
        if (await desk.FindAsync(Id) is not { } run)
            return NotFound();
        await desk.StartAsync(run, dryRun: false);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostApplyAsync()
    {
        if (await desk.FindAsync(Id) is not { } run || desk.Runs.Open(run) is not { DryRun: false } result)
            return NotFound();
        var seen = (await SeenAsync(result.Changed, result.Changed.Count)).Rows.Select(r => r.Place).ToHashSet();
        var chosen = Rows.Distinct().Where(i => seen.Contains(i) && !result.Changed[i].Applied).ToList();
        if (chosen.Count > 0)
        {
            var applied = await new ChangesApplied(store).ApplyAsync([.. chosen.Select(i => result.Changed[i])], Id, viewer.Actor);
            var changed = result.Changed.ToArray();
            foreach (var (place, row) in chosen.Zip(applied))
                changed[place] = row;
            await desk.Runs.AppliedAsync(Id, result with { Changed = changed }, viewer.Actor);
            this.MarkSaved(store.Clock.Now);
        }

        return RedirectToPage(new { Id });
    }

    /// <summary>The result was made from the whole store, and perhaps before a wall went up: whose row it is, and whose what it became, must both be seen.</summary>
    private async Task<(IReadOnlyList<(ChangedRow Row, int Place)> Rows, PersonId[] People)> SeenAsync(IReadOnlyList<ChangedRow> changed, int most)
    {
        var (rows, people) = (new List<(ChangedRow Row, int Place)>(), new HashSet<PersonId>());
        foreach (var some in changed.Select((row, place) => (Row: row, Place: place)).Chunk(RowsShown))
        {
            if (rows.Count >= most)
                break;
            var (contacts, referrals, persons) = (some.Select(r => new ContactId(r.Row.Target)).ToList(), some.Select(r => new ReferralId(r.Row.Target)).ToList(), some.Select(r => new PersonId(r.Row.Person)).ToList());
            var whose = await db.Contacts.Where(c => contacts.Contains(c.Id)).Select(c => new { Id = c.Id.Value, c.PersonId }).ToDictionaryAsync(c => c.Id, c => c.PersonId);
            foreach (var referral in await db.Referrals.Where(r => referrals.Contains(r.Id)).Select(r => new { Id = r.Id.Value, r.PersonId }).ToListAsync())
                whose[referral.Id] = referral.PersonId;
            var there = (await db.PeopleWithMerged.Where(p => persons.Contains(p.Id)).Select(p => p.Id).ToListAsync()).ToHashSet();
            foreach (var one in some.Where(r => there.Contains(new PersonId(r.Row.Person)) && whose.ContainsKey(r.Row.Target)).Take(most - rows.Count))
            {
                rows.Add(one);
                people.UnionWith(new[] { new PersonId(one.Row.Person), whose[one.Row.Target] }.OfType<PersonId>());
            }
        }

        return (rows, [.. people]);
    }

    public string Place(string file, string? sheet, int row) =>
        string.IsNullOrEmpty(sheet) ? texts["{0}, row {1}", file, row] : texts["{0}, {1}, row {2}", file, sheet, row];
}
