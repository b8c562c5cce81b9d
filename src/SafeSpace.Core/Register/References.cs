using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Register;

/// <summary>The highest number that was ever given to a person, so that none is given twice, even after an erasure.</summary>
public sealed class ReferenceCounter
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public int Last { get; set; }
}

internal sealed class ReferenceCounterMapping : IEntityTypeConfiguration<ReferenceCounter>
{
    public void Configure(EntityTypeBuilder<ReferenceCounter> builder) => builder.Property(c => c.Id).ValueGeneratedNever();
}

/// <summary>References of people: the group's prefix and at least four digits.</summary>
public static partial class References
{
    private const string TakeSql = """
        INSERT INTO reference_counter (id, last) VALUES (1, (SELECT COALESCE(MAX(reference_number), 0) FROM person) + @count)
        ON CONFLICT (id) DO UPDATE SET last = reference_counter.last + @count RETURNING last
        """;

    private const string AtLeastSql = """
        INSERT INTO reference_counter (id, last) VALUES (1, @count)
        ON CONFLICT (id) DO UPDATE SET last = CASE WHEN reference_counter.last < @count THEN @count ELSE reference_counter.last END RETURNING last
        """;

    public static string Of(string prefix, int number) => prefix + number.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The number of a reference with the group's own prefix, or null: an old reference may look like anything.</summary>
    public static int? NumberOf(string prefix, string reference) =>
        reference.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(reference.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    /// <summary>"ss42", "SS-0042", "0042" or "#42" as the group writes it: SS0042; null for anything else.</summary>
    public static string? Read(string prefix, string? typed)
    {
        var match = Typed().Match(typed?.Trim() ?? "");
        if (!match.Success || !int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return Of(match.Groups[1].Length == 0 ? prefix : match.Groups[1].Value.ToUpperInvariant(), number);
    }

    /// <summary>The first of <paramref name="count"/> new numbers. Other nodes that add people wait until this batch is durable.</summary>
    internal static async Task<int> TakeAsync(Unit unit, int count) => await RunAsync(unit, TakeSql, count) - count + 1;

    /// <summary>No number up to this one is given any more.</summary>
    internal static Task KeepAboveAsync(Unit unit, int number) => RunAsync(unit, AtLeastSql, number);

    /// <summary>Makes other nodes that write names wait, so that two never wait for each other.</summary>
    internal static Task LockAsync(Unit unit) => RunAsync(unit, TakeSql, 0);

    private static async Task<int> RunAsync(Unit unit, string sql, int count)
    {
        await using var command = LastingStatements.Command(unit.Db.Database.GetDbConnection(), sql, unit.Db.Database.CurrentTransaction?.GetDbTransaction());
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = "@count";
        parameter.Value = count;
        command.Parameters.Add(parameter);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^#?\s*([A-Za-z]{0,6})\s*[-–/._:#]?\s*([0-9]{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
