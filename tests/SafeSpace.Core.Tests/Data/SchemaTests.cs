using Npgsql;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>The rules that sharding by schema asks for: a group's store names nothing outside its own schema, and nothing lies in a schema that all share.</summary>
public sealed class SchemaTests
{
    /// <summary>Whatever depends on an object of another schema: references, views, defaults, triggers, indexes.</summary>
    private const string Across = """
        SELECT DISTINCT format('%s.%s needs %s.%s', mine.nspname, what.relname, other.nspname, it.relname)
        FROM pg_depend d
        JOIN pg_class it ON d.refclassid = 'pg_class'::regclass AND d.refobjid = it.oid
        JOIN pg_namespace other ON other.oid = it.relnamespace
        JOIN pg_class what ON what.oid = CASE d.classid
            WHEN 'pg_class'::regclass THEN d.objid
            WHEN 'pg_constraint'::regclass THEN (SELECT conrelid FROM pg_constraint c WHERE c.oid = d.objid)
            WHEN 'pg_attrdef'::regclass THEN (SELECT adrelid FROM pg_attrdef a WHERE a.oid = d.objid)
            WHEN 'pg_trigger'::regclass THEN (SELECT tgrelid FROM pg_trigger t WHERE t.oid = d.objid)
            WHEN 'pg_rewrite'::regclass THEN (SELECT ev_class FROM pg_rewrite r WHERE r.oid = d.objid)
            ELSE 0 END
        JOIN pg_namespace mine ON mine.oid = what.relnamespace
        WHERE mine.oid <> other.oid AND other.nspname NOT IN ('pg_catalog', 'information_schema') AND mine.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        """;

    private const string InPublic = """
        SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT typname::text FROM pg_type WHERE typnamespace = 'public'::regnamespace
        UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'
        """;

    [Fact]
    public async Task GroupsStore_NamesNothingOutsideItself_AndNothingIsShared()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Postgres);
        var one = await stores.NewFilledGroupAsync(5, 20);
        var two = await stores.NewGroupAsync();

        Assert.Empty(await AskAsync(stores, Across));
        Assert.Empty(await AskAsync(stores, InPublic));
        Assert.Equal(new[] { "network", one.Slug, two.Slug }.Order(), (await AskAsync(stores, "SELECT nspname::text FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'information_schema')")).Order());
        Assert.Equal((await AskAsync(stores, Tables(one.Slug))).Order(), (await AskAsync(stores, Tables(two.Slug))).Order());
    }

    [Theory]
    [InlineData("ALTER TABLE \"{0}\".person ADD COLUMN planted bigint REFERENCES network.chain_anchor_planted")]
    [InlineData("CREATE VIEW \"{0}\".planted AS SELECT * FROM network.chain_anchor_planted")]
    public async Task WhatReachesAcross_IsFound(string planted)
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await stores.NewGroupAsync();
        await AskAsync(stores, "CREATE TABLE network.chain_anchor_planted (id bigint PRIMARY KEY)");
        await AskAsync(stores, string.Format(System.Globalization.CultureInfo.InvariantCulture, planted, store.Slug));

        Assert.NotEmpty(await AskAsync(stores, Across));
    }

    private static string Tables(string slug) => $"SELECT relname::text FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE n.nspname = '{slug}'";

    private static async Task<IReadOnlyList<string>> AskAsync(TestStores stores, string sql)
    {
        await using var source = NpgsqlDataSource.Create(stores.Database!);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }
}
