using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Reports.Packs.Parts;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs;

/// <summary>A pack as it would be published now.</summary>
/// <param name="Told">How many packs there were when it was made: what it was made safe against.</param>
public sealed record PackPreview(PackDocument Document, PackFigures Exact, int Told);

/// <summary>What became of the wish to publish.</summary>
public enum PublishOutcome
{
    Published,

    /// <summary>Another pack was published meanwhile: this one was not made safe against it.</summary>
    AnotherCameFirst,

    /// <summary>It was restated already: restate that one.</summary>
    RestatedAlready,
    NoSuchPack,
}

/// <summary>Makes packs, publishes them, and puts them right by restatements.</summary>
public sealed class PackService(GroupStore store)
{
    private const string ShownColumn = "pack.shown";
    private const string ExactColumn = "pack.exact";
    private const string WhyColumn = "pack.why";

    /// <summary>The pack of these months as it would be published now, made safe against everything published before.</summary>
    /// <exception cref="GivesAwayException">Nothing of it can be shown without giving somebody away.</exception>
    public async Task<PackPreview> PreviewAsync(GroupDb db, Month from, Month to, bool restating = false)
    {
        var published = await db.Packs.AsNoTracking().OrderBy(p => p.Number).Select(p => new Pack { Id = p.Id, Number = p.Number, Exact = p.Exact }).ToListAsync();
        var ledger = new Ledger([.. published.Select(ExactOf)]);
        var builder = new PackBuilder(ledger, from, to, restating);
        foreach (var part in PackParts.All)
            await part.AddAsync(builder, new PackSource(db, store.Clock, store.Vault));
        var exact = builder.Figures;
        DisclosureControl.Protect(ledger.Figures, exact);
        var days = await DataDays.ReadAsync(db, store.Clock);
        var document = new PackDocument(
            store.Profile.Name, store.Profile.Currency, from, to, [.. builder.Months.Where(m => days.IsPart(m, store.Clock.Today) || builder.PartByTheBooks.Contains(m))],
            builder.Tables, builder.Objectives, builder.Stories, builder.Changed)
        { NotClosed = [.. builder.NotClosed] };
        return new PackPreview(document, exact, published.Count);
    }

    public async Task<(PublishOutcome Outcome, int Number)> PublishAsync(Guid id, Month from, Month to, Actor by)
    {
        await using var db = await store.ReadAsync();
        return await KeepAsync(id, await PreviewAsync(db, from, to), restates: null, why: null, by);
    }

    /// <summary>The same months once more, as the rows say now. The pack that was published stays, and the difference is shown.</summary>
    public async Task<(PublishOutcome Outcome, int Number)> RestateAsync(Guid id, int number, string? why, Actor by)
    {
        await using var db = await store.ReadAsync();
        if (await db.Packs.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number) is not { } pack)
            return (PublishOutcome.NoSuchPack, 0);
        return await KeepAsync(id, await PreviewAsync(db, pack.From, pack.To, restating: true), number, why, by);
    }

    public PackDocument Open(Pack pack) => PackDocument.Read(store.Vault.Open(ShownColumn, pack.Id, pack.Shown)!);

    public string? WhyOf(Pack pack) => store.Vault.Open(WhyColumn, pack.Id, pack.Why);

    /// <summary>The exact figures: for making the next pack safe, and for the group itself.</summary>
    public PackFigures ExactOf(Pack pack) => JsonSerializer.Deserialize<PackFigures>(store.Vault.Open(ExactColumn, pack.Id, pack.Exact)!)!;

    private Task<(PublishOutcome, int)> KeepAsync(Guid id, PackPreview preview, int? restates, string? why, Actor by) =>
        store.Write<(PublishOutcome, int)>(restates is null ? "PackPublished" : "PackRestated", by, async unit =>
        {
            if (await unit.Db.Packs.FindAsync(id) is { } sent)
                return (PublishOutcome.Published, sent.Number);
            if (await unit.Db.Packs.CountAsync() != preview.Told)
                return (PublishOutcome.AnotherCameFirst, 0);
            if (restates is not null && await unit.Db.Packs.AnyAsync(p => p.Restates == restates))
                return (PublishOutcome.RestatedAlready, 0);
            var pack = new Pack
            {
                Id = id,
                Number = preview.Told + 1,
                From = preview.Document.From,
                To = preview.Document.To,
                Restates = restates,
                PublishedAt = unit.Now,
                PublishedById = by.Id,
                Why = unit.Seal(null, WhyColumn, id, why?.Trim()),
                Shown = unit.Seal(null, ShownColumn, id, preview.Document.Write()),
                Exact = unit.Seal(null, ExactColumn, id, JsonSerializer.Serialize(preview.Exact)),
            };
            unit.Db.Packs.Add(pack);
            foreach (var story in preview.Document.Stories)
                unit.Db.StoryUses.Add(new StoryUse { Id = Ids.New(), StoryId = story, Purpose = StoryPurpose.Funders, On = unit.Clock.DayOf(unit.Now), PackNumber = pack.Number });
            return (PublishOutcome.Published, pack.Number);
        });
}
