using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Matching.Names;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Requests;

/// <param name="Id">Table, row and column: what is left out is kept by it.</param>
/// <param name="Label">The column, as the model names it.</param>
/// <param name="IsFree">Free words, in which somebody else may be named.</param>
public sealed record Passage(string Id, string Label, string Text, bool IsFree);

/// <param name="What">What these rows are: "one diary entry".</param>
public sealed record HeldRows(string What, IReadOnlyList<HeldRow> Rows);

/// <param name="At">When, where the row says it; UTC.</param>
public sealed record HeldRow(DateTime? At, IReadOnlyList<Passage> Passages);

public sealed record LookedAt(DateTime At, string By);

/// <summary>
/// Everything that is held on somebody, found by the same map that erasing goes by: what is in no list here is not about them.
/// Names of colleagues are left out unless the group decided otherwise.
/// </summary>
public sealed partial class WhatWeHold(GroupDb db, Vault vault, GroupClock clock, bool namesPeers)
{
    /// <summary>About two people at once, or only the machine's own: said in the head of the print, not shown.</summary>
    private static readonly HashSet<string> LeftOut =
        ["Merge", "PairDecision", "PairOffer", "PairToLook", "NamePair", "PersonMonth", "ReferralReach", "ViewedPerson", "StoppedRow", "KeepApartSide", "KeepApart", "PersonAccount", "SadNews", "BreakGlass", "Blackout", "ReceiptPhoto", "ReviewedFile", "ReviewAnswer"];

    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal) { "Version", "Reversed", "PostcodeKey", "NameKey", "ReferenceNumber", "Order", "SecretHash", "ReviewedUpTo" };

    private readonly List<string> digested = [];
    private Dictionary<Guid, string> colleagues = [];
    private Dictionary<string, string> labels = [];

    /// <summary>
    /// SHA-256 (hex) of everything that was read, as it is kept and whatever the language: the same again means that nothing which would be
    /// shown was added, changed or taken out, by whatever way. What is noted about requests themselves is not in it.
    /// </summary>
    public string Digest { get; private set; } = "";

    public async Task<IReadOnlyList<HeldRows>> ReadAsync(PersonId person)
    {
        digested.Clear();
        labels = (await db.ListEntries.AsNoTracking().Select(e => new { e.Code, e.Label }).ToListAsync()).DistinctBy(e => e.Code).ToDictionary(e => e.Code, e => e.Label);
        if (namesPeers)
            colleagues = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var rows = new RowsOfPerson(db, await ErasureService.RecordsAsync(db, person), []);
        var held = new List<HeldRows>();
        foreach (var table in DataMap.Tables.Where(t => t.Belongs is Belongs.ToPeople or Belongs.Through && !LeftOut.Contains(t.Type.Name)))
        {
            var type = db.Model.FindEntityType(table.Type)!;
            var shown = (await rows.OfAsync(table)).Select(r => Row(type, table, r)).Where(r => r.Passages.Count > 0).OrderBy(r => r.At).ToList();
            if (shown.Count > 0)
                held.Add(new HeldRows(table.What, shown));
        }

        digested.Sort(StringComparer.Ordinal); // the engines answer in an order of their own
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', digested))));

        return held;
    }

    /// <summary>Who looked at their record, the newest first.</summary>
    public async Task<IReadOnlyList<LookedAt>> LooksAsync(PersonId person)
    {
        var records = await ErasureService.RecordsAsync(db, person);
        var looks = await db.ViewedPeople.AsNoTracking().Where(v => records.Contains(v.PersonId)).Join(db.Views, v => v.ViewId, v => v.Id, (_, v) => new { v.At, v.ByName }).OrderByDescending(v => v.At).ToListAsync();
        return [.. looks.Select(l => new LookedAt(l.At, namesPeers ? l.ByName : ""))];
    }

    /// <summary>Words in their free words that are names of somebody in the register or of a colleague, as they are written there. A person looks at each.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Person person, IReadOnlyList<HeldRows> held)
    {
        var own = NameFolding.Words(person.FullName).Concat(NameFolding.Words(person.KnownAs)).ToHashSet();
        var written = held.SelectMany(h => h.Rows).SelectMany(r => r.Passages).Where(p => p.IsFree)
            .SelectMany(p => Capitalised().Matches(p.Text).Select(m => m.Value)).Distinct()
            .Select(w => (Word: w, Folded: NameFolding.Words(w) is [var first, ..] ? first : null)).Where(w => w.Folded is not null && !own.Contains(w.Folded)).ToList();
        var colleagues = (await db.Users.AsNoTracking().Select(u => u.DisplayName).ToListAsync()).SelectMany(NameFolding.Words).ToHashSet();
        var names = new List<string>();
        foreach (var some in written.Chunk(400))
        {
            var numbers = some.Select(w => NameIndexWriter.NumberOf(w.Folded!)).Distinct().ToList();
            var borne = (await db.NamePairs.Where(p => numbers.Contains(p.GivenWordId) && p.PersonId != person.Id).Select(p => p.GivenWordId)
                .Union(db.NamePairs.Where(p => numbers.Contains(p.SurnameWordId) && p.PersonId != person.Id).Select(p => p.SurnameWordId)).ToListAsync()).ToHashSet();
            names.AddRange(some.Where(w => colleagues.Contains(w.Folded!) || borne.Contains(NameIndexWriter.NumberOf(w.Folded!))).Select(w => w.Word));
        }

        return [.. names.Concat(held.Where(h => h.What == DataMap.Of(typeof(FamilyMember)).What).SelectMany(h => h.Rows).SelectMany(r => r.Passages).Where(p => p.Label == "Name").Select(p => p.Text)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>The text as it goes out: every phrase blacked out, whole words only.</summary>
    public static string Black(string text, IEnumerable<string> phrases) =>
        phrases.OrderByDescending(p => p.Length).Aggregate(text, (t, phrase) => Regex.Replace(t, $@"(?<!\w){Regex.Escape(phrase)}(?!\w)", "█████", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private HeldRow Row(IEntityType type, MappedTable table, object row)
    {
        var id = ((IRecorded)row).RowId;
        var passages = new List<Passage>();
        foreach (var property in type.GetProperties().Where(p => Shows(table, p)))
        {
            var value = db.Entry(row).Property(property.Name).CurrentValue;
            if (Text(type, property, id, value) is not { } text || string.IsNullOrWhiteSpace(text))
                continue;
            var passage = new Passage($"{type.GetTableName()}:{id:N}:{property.GetColumnName()}", OfUser(property) ? property.Name[..^2] : property.Name, text, IsFree(table, property));
            passages.Add(passage);
            if (table.Type != typeof(AccessRequest))
                digested.Add($"{passage.Id}\0{(value is Sealed ? text : Convert.ToString(value, CultureInfo.InvariantCulture))}");
        }

        var when = type.GetProperties().FirstOrDefault(p => p.Name is "At" or "ReceivedAt" or "MadeAt" or "AskedAt" or "AddedAt" or "RaisedAt" or "OpenedOn" or "Day" or "SaidAt" or "SetAt" or "NotedAt" or "From");
        var at = when is null ? null : db.Entry(row).Property(when.Name).CurrentValue switch
        {
            DateTime moment => (DateTime?)moment,
            DateOnly day => day.ToDateTime(default),
            _ => null,
        };
        return new HeldRow(at, passages);
    }

    private bool Shows(MappedTable table, IProperty property)
    {
        if (OfUser(property))
            return namesPeers;
        if (Inner.Contains(property.Name) || property.IsPrimaryKey() || property.Name.EndsWith("Id", StringComparison.Ordinal))
            return false;
        return table.Columns.SingleOrDefault(c => c.Property == property.Name)?.Grade switch
        {
            Grade.Machine or Grade.Secret => false,
            Grade.Colleague => namesPeers,
            _ => true,
        };
    }

    private static bool OfUser(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(UserId) && property.Name.EndsWith("Id", StringComparison.Ordinal);

    private static bool IsFree(MappedTable table, IProperty property) =>
        table.Columns.SingleOrDefault(c => c.Property == property.Name)?.Grade is Grade.Words || (table.Type == typeof(PersonPhone) && property.Name == "Note");

    private string? Text(IEntityType type, IProperty property, Guid row, object? value) => value switch
    {
        null => null,
        Sealed words => Lines(vault.Open($"{type.GetTableName()}.{property.GetColumnName()}", row, words)),
        UserId user => colleagues.GetValueOrDefault(user.Value),
        bool yes => yes ? "yes" : null,
        DateTime moment => clock.ToLocal(moment).ToString("d MMM yyyy HH:mm", CultureInfo.CurrentUICulture),
        DateOnly day => day.ToString("d MMM yyyy", CultureInfo.CurrentUICulture),
        Enum choice => Said().Replace(choice.ToString(), m => " " + m.Value.ToLowerInvariant()),
        string code when labels.TryGetValue(code, out var label) => label,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A plan is kept as its parts: each on a line of its own.</summary>
    private static string? Lines(string? words)
    {
        if (words is not ['{', ..])
            return words;
        try
        {
            return string.Join('\n', JsonSerializer.Deserialize<Dictionary<string, string>>(words)!.Where(p => p.Value.Length > 0).Select(p => $"{p.Key}: {p.Value}"));
        }
        catch (JsonException)
        {
            return words;
        }
    }

    /// <summary>"CallOut" is said "Call out".</summary>
    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Said();

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{M}'’-]+")]
    private static partial Regex Capitalised();
}
