using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Faults.Tests;

/// <summary>Who looked is kept in a file while the store takes nothing. The machine ends in the middle of a line: no other line is lost with it.</summary>
public sealed class HalfALineTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Half_a_line_keeps_no_whole_one_from_being_brought_in(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var log = new ViewLog(store, stores.Folder);
        var file = Path.Combine(stores.Folder, "views", store.Slug + ".jsonl");
        var (ann, ben, cleo) = (PersonId.New(), PersonId.New(), PersonId.New());
        await stores.Stores.CloseAsync(store.Slug); // nothing can be saved any more
        await log.RecordAsync(Actor.System, "person", ann);
        var whole = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(file, whole.Trim()[..40], TestContext.Current.CancellationToken);
        await log.RecordAsync(Actor.System, "person", ben);
        await log.RecordAsync(Actor.System, "register", ben, cleo);

        var open = await stores.Stores.GetAsync(store.Slug);
        Assert.Equal(3, await new ViewLog(open, stores.Folder).BringInAsync());

        Assert.False(File.Exists(file));
        await using var db = await open.ReadAsync(TestContext.Current.CancellationToken);
        var looked = await db.ViewedPeople.Select(v => v.PersonId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new[] { ann, ben, ben, cleo }.OrderBy(p => p.Value), looked.OrderBy(p => p.Value));
    }
}
