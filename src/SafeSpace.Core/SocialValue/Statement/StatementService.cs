using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>What became of a step of a statement's sign-off.</summary>
public enum SignOff
{
    Done,
    NotThere,

    /// <summary>A month of it is not closed.</summary>
    MonthNotClosed,

    /// <summary>Who prepared it does not check it.</summary>
    OwnWork,
    NotChecked,

    /// <summary>The step was taken before.</summary>
    DoneBefore,

    /// <summary>It says the same as the published one: there is nothing to restate.</summary>
    NothingNew,
}

/// <summary>Sign-off of statements: prepared from closed months, checked by somebody else, published. What is published never changes; a correction is a restatement beside it.</summary>
public sealed class StatementService(GroupStore store)
{
    private const int MostMonths = 120;

    public Task<SignOff> PrepareAsync(Guid id, Month from, Month to, string? why, Actor by) => store.Write("StatementPrepared", by, async unit =>
    {
        if (await unit.Db.ValueStatements.AnyAsync(s => s.Id == id))
            return SignOff.DoneBefore;
        var closed = await ClosedMonths.FiguresAsync(unit.Db, from, to);
        var months = Month.Range(from, to).Take(MostMonths).ToList();
        if (months.Count == 0 || months.Any(m => !closed.ContainsKey(m)))
            return SignOff.MonthNotClosed;
        var figures = months.ConvertAll(m => closed[m]);
        var before = await unit.Db.ValueStatements.AsNoTracking().Where(s => s.From == from && s.To == to && s.PublishedAt != null).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        if (before is not null && CellDifference.Between(FiguresOf(before), figures).Count == 0)
            return SignOff.NothingNew;
        unit.Db.ValueStatements.Add(new ValueStatement
        {
            Id = id,
            Number = 1 + (await unit.Db.ValueStatements.MaxAsync(s => (int?)s.Number) ?? 0),
            From = from,
            To = to,
            Figures = JsonSerializer.Serialize(figures, FiguresJson.Options),
            PreparedAt = unit.Now,
            PreparedById = unit.By.Id,
            PreparedBy = unit.By.Name,
            RestatesId = before?.Id,
            Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim(),
        });
        return SignOff.Done;
    });

    public Task<SignOff> CheckAsync(Guid id, Actor by) => store.Write("StatementChecked", by, async unit =>
    {
        if (await unit.Db.ValueStatements.FindAsync(id) is not { } statement)
            return SignOff.NotThere;
        if (statement.CheckedAt is not null)
            return SignOff.DoneBefore;
        if (statement.PreparedById == by.Id)
            return SignOff.OwnWork;
        (statement.CheckedAt, statement.CheckedBy) = (unit.Now, by.Name);
        return SignOff.Done;
    });

    public Task<SignOff> PublishAsync(Guid id, Actor by) => store.Write("StatementPublished", by, async unit =>
    {
        if (await unit.Db.ValueStatements.FindAsync(id) is not { } statement)
            return SignOff.NotThere;
        if (statement.CheckedAt is null)
            return SignOff.NotChecked;
        if (statement.PublishedAt is not null)
            return SignOff.DoneBefore;
        (statement.PublishedAt, statement.PublishedBy) = (unit.Now, by.Name);
        return SignOff.Done;
    });

    /// <summary>The months a statement was prepared from, exactly as they were.</summary>
    public static IReadOnlyList<MonthFigures> FiguresOf(ValueStatement statement) =>
        [.. JsonSerializer.Deserialize<List<MonthFigures>>(statement.Figures, FiguresJson.Options)!.Select(m => m with { IsClosed = true })];

    public static ValueReport ReportOf(ValueStatement statement) => new(FiguresOf(statement));

    /// <summary>Statements that were published, the newest first: what a commissioner may see.</summary>
    public static IQueryable<ValueStatement> Published(GroupDb db) => db.ValueStatements.AsNoTracking().Where(s => s.PublishedAt != null).OrderByDescending(s => s.Number);
}
