using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Register.Changes;

/// <summary>What was changed about somebody, by whom and why, with before and after; the newest first.</summary>
[Needs(Permission.EditPeople)]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    private const int OnAPage = 30;

    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal) { "id", "version", "person_id", "reversed", "postcode_key", "reference_number", "order" };

    /// <summary>What has a page of its own for fewer of us is read there alone; no story here at all, which they may take back at any time.</summary>
    public static readonly IReadOnlyDictionary<string, Permission?> Elsewhere = new Dictionary<string, Permission?>(StringComparer.Ordinal)
    {
        ["story"] = null,
        ["concern"] = Permission.SeeConcerns,
        ["concern_told"] = Permission.SeeConcerns,
        ["access_request"] = Permission.KeepPrivacy,
        ["blackout"] = Permission.KeepPrivacy,
        ["legal_hold"] = Permission.KeepPrivacy,
        ["kept_longer"] = Permission.KeepPrivacy,
        ["reviewed_file"] = Permission.ReviewFiles,
        ["handover_line"] = Permission.ReadHandovers,
        ["keep_apart"] = Permission.LookAfterDesk,
        ["keep_apart_side"] = Permission.LookAfterDesk,
        ["peer_tie"] = Permission.LookAfterDesk,
        ["break_glass"] = Permission.LookAfterDesk,
        ["person_account"] = Permission.LookAfterDesk,
    };

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<Change> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    /// <summary>Of what a spreadsheet brought, or an invention made, by the thousand, only that it came is told here: its rows are in the chain by their hashes.</summary>
    public string CameIn => TagHelpers.Spoken.Moment(clock.ToLocal(Person.AddedAt), clock.Today);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("person/changes") is { } answer)
            return answer;
        var ids = await Db.PeopleWithMerged.Where(p => p.Id == Person.Id || p.MergedIntoId == Person.Id).Select(p => p.Id).ToListAsync();
        var before = Before ?? long.MaxValue;
        // What a safeguarding concern says is for supervisors and whoever raised it: its changes are not shown here to anybody else.
        var concerns = Viewer.May(Permission.SeeConcerns);
        var shownKinds = Db.Operations.Where(o => concerns || !o.Kind.StartsWith("Concern"));
        var parts = await Db.OperationParts.AsNoTracking().Where(p => p.PersonId != null && ids.Contains(p.PersonId.Value) && p.Sequence < before)
            .Join(shownKinds, p => p.Sequence, o => o.Sequence, (p, o) => new { o.Sequence, o.Id, o.Kind, o.At, o.ByName, p.Changes })
            .OrderByDescending(p => p.Sequence).Take(OnAPage + 1).ToListAsync();
        Rows = [.. parts.OrderByDescending(p => p.Sequence).Take(OnAPage).Select(p => Read(p.Kind, p.At, p.ByName, vault.Open("operation_part.changes", p.Id, p.Changes))).OfType<Change>()];
        Next = parts.Count > OnAPage ? parts.OrderByDescending(p => p.Sequence).ElementAt(OnAPage - 1).Sequence : null;
        return Page();
    }

    /// <returns>Null when it is of nothing that this viewer may read.</returns>
    private Change? Read(string kind, DateTime at, string by, string? json)
    {
        var node = json is null ? null : JsonNode.Parse(json);
        var rows = node?["rows"]?.AsArray().Select(r => (Table: r!["table"]!.GetValue<string>(), Row: r)).ToList() ?? [];
        var readable = rows.Where(r => !Elsewhere.TryGetValue(r.Table, out var needed) || (needed is { } permission && Viewer.May(permission))).ToList();
        if (rows.Count > 0 && readable.Count == 0)
            return null;
        var columns = from shown in readable
                      let row = shown.Row
                      let table = shown.Table
                      let id = Guid.ParseExact(row["row"]!.GetValue<string>(), "N")
                      from column in row["columns"]!.AsObject()
                      where !Inner.Contains(column.Key) && !column.Key.EndsWith("_id", StringComparison.Ordinal)
                      let was = Words(table, column.Key, id, column.Value?[0])
                      let now = Words(table, column.Key, id, column.Value?[1])
                      where was != now
                      select new ColumnShown($"{ChangeWords.OfTable(T, table)} · {T[column.Key.Replace('_', ' ')]}", was, now);
        return new Change(at, ChangeWords.Of(T, kind), by, node?["why"]?.GetValue<string>(), [.. columns]);
    }

    private string? Words(string table, string column, Guid row, JsonNode? value)
    {
        if (value is null)
            return null;
        if (value.GetValueKind() != JsonValueKind.String)
            return value.ToJsonString();
        var text = value.GetValue<string>();
        const string mark = "sealed:";
        if (!text.StartsWith(mark, StringComparison.Ordinal))
            return Spoken(text);
        return table == "merge" ? null : vault.Open($"{table}.{column}", row, new Sealed(Convert.FromBase64String(text[mark.Length..])));
    }

    /// <summary>Days and moments as people say them; everything else as it is kept.</summary>
    private string Spoken(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return TagHelpers.Spoken.Date(day);
        return text.Length > 18 && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? TagHelpers.Spoken.Moment(clock.ToLocal(moment), clock.Today)
            : text;
    }

    public sealed record Change(DateTime At, string What, string By, string? Why, IReadOnlyList<ColumnShown> Columns);

    public sealed record ColumnShown(string Name, string? Was, string? Now);
}
