using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Duplicates;

/// <summary>Whatever table points at a person, joining two records takes it along and parting them brings it back.</summary>
public sealed class EveryTableTests
{
    private static readonly Actor Sam = new(null, "Sam");

    /// <summary>What points at a person and does not move by itself, and why that is right.</summary>
    private static readonly Dictionary<string, string> NotMoved = new(StringComparer.Ordinal)
    {
        ["Person.Id"] = "the record itself",
        ["Person.MergedIntoId"] = "says that the record was joined; Merger sets it",
        ["Case.PersonId"] = "a person has one case, worked out from spells",
        ["ErasedRecord.ErasedId"] = "the history of erasing: nobody is joined or parted any more",
        ["Merge.KeptId"] = "the history of joining",
        ["Merge.GoneId"] = "the history of joining",
        ["PairDecision.FirstId"] = "what was decided of these two records",
        ["PairDecision.SecondId"] = "what was decided of these two records",
        ["PairOffer.FirstId"] = "looked for anew",
        ["PairOffer.SecondId"] = "looked for anew",
        ["PairToLook.PersonId"] = "looked for anew",
        ["NamePair.PersonId"] = "the index of a record's own name",
        ["PersonMonth.PersonId"] = "kept beside contacts, which move",
        ["OperationPart.PersonId"] = "what was changed, of which record: the chain never changes",
        ["ViewedPerson.PersonId"] = "who looked at which record: it never changes",
    };

    /// <summary>Two records may each have one row where a person has one: who puts that right.</summary>
    private static readonly HashSet<string> OnePerPerson = ["Case", "PeerTie", "Direction", "NamePair"];

    [Fact]
    public void EveryTableThatPointsAtAPerson_Moves_OrSaysWhyNot()
    {
        using var db = DesignTime.Sqlite<GroupDb>(o => new GroupDb(o));
        Assert.Empty(Unhandled(db.Model));
        var there = Pointers(db.Model).Select(p => p.Name).ToHashSet();
        Assert.DoesNotContain(NotMoved.Keys, k => !there.Contains(k));
    }

    [Fact]
    public void ATableNobodyThoughtOf_IsFound()
    {
        using var planted = new Planted(new DbContextOptionsBuilder<Planted>().UseSqlite("Data Source=:memory:").Options);
        Assert.Equal(["OneLoan: a person has one, and two records may have two", "Ride.DriverId", "Unrecorded.PersonId"], Unhandled(planted.Model).Order());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ARowOfEachTable_GoesWithTheRecord_AndComesBack(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (kept, gone) = await store.Write("PeopleAdded", Sam, async unit =>
            ((await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Lin", Surname = "Wu" })).Id, (await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Lyn", Surname = "Wu" })).Id));
        var tables = await store.Write("RowsMade", Sam, unit =>
        {
            var made = unit.Db.Model.GetEntityTypes().Where(Moves).ToList();
            var rows = new Dictionary<IEntityType, object>();
            foreach (var type in made)
                RowOf(type, gone, rows);
            unit.Db.AddRange(rows.Values);
            return Task.FromResult(made.ConvertAll(t => t.ClrType));
        });
        Assert.True(tables.Count > 25, $"only {tables.Count} tables");

        var service = new DuplicateService(store, House.MergeSteps);
        Assert.Equal(PairOutcome.Done, await service.SameAsync(kept, gone, null, Sam));
        await using (var db = await store.ReadAsync())
            foreach (var table in tables)
                Assert.True(kept == await WhoseAsync(db, table), $"{table.Name} stayed behind.");
        await using (var db = await store.ReadAsync())
            await service.UndoAsync((await db.Merges.AsNoTracking().SingleAsync()).Id, new HashSet<Guid>(), Sam, null);
        await using (var db = await store.ReadAsync())
            foreach (var table in tables)
                Assert.True(gone == await WhoseAsync(db, table), $"{table.Name} did not come back.");
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    private static IEnumerable<(string Name, IEntityType Type, IProperty Property)> Pointers(IModel model) =>
        from type in model.GetEntityTypes()
        from property in type.GetProperties()
        where property.ClrType == typeof(PersonId) || property.ClrType == typeof(PersonId?)
        select ($"{type.ClrType.Name}.{property.Name}", type, property);

    private static bool Moves(IEntityType type) =>
        type.FindProperty("PersonId") is { } property && typeof(IRecorded).IsAssignableFrom(type.ClrType) && !NotMoved.ContainsKey($"{type.ClrType.Name}.{property.Name}");

    private static IEnumerable<string> Unhandled(IModel model) =>
        Pointers(model).Where(p => !(p.Property.Name == "PersonId" && Moves(p.Type)) && !NotMoved.ContainsKey(p.Name)).Select(p => p.Name)
            .Concat(Pointers(model).Where(p => (p.Property.GetContainingIndexes().Any(i => i.IsUnique) || (p.Property.IsKey() && p.Name != "Person.Id")) && !NotMoved.ContainsKey(p.Name) && !OnePerPerson.Contains(p.Type.ClrType.Name))
                .Select(p => $"{p.Type.ClrType.Name}: a person has one, and two records may have two"));

    /// <summary>A row with nothing in it but what must be, and the rows it stands on.</summary>
    private static object RowOf(IEntityType type, PersonId person, Dictionary<IEntityType, object> rows)
    {
        if (rows.TryGetValue(type, out var there))
            return there;
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is { CanWrite: true }))
        {
            object? value = property.Name == "PersonId" ? person
                : !property.IsNullable && property.GetContainingForeignKeys().FirstOrDefault() is { } to ? to.PrincipalKey.Properties.Single().PropertyInfo!.GetValue(RowOf(to.PrincipalEntityType, person, rows))
                : property.ClrType == typeof(Guid) ? Ids.New()
                : property.ClrType == typeof(string) && !property.IsNullable ? property.Name
                : property.ClrType == typeof(byte[]) && !property.IsNullable ? Ids.New().ToByteArray()
                : property.ClrType == typeof(DateTime) ? TestStores.Start.UtcDateTime
                : property.ClrType == typeof(DateOnly) ? DateOnly.FromDateTime(TestStores.Start.UtcDateTime)
                : property.IsPrimaryKey() ? Activator.CreateInstance(property.ClrType, Ids.New())
                : null;
            if (value is not null)
                property.PropertyInfo!.SetValue(row, value);
        }

        return rows[type] = row;
    }

    private static Task<PersonId?> WhoseAsync(GroupDb db, Type table) =>
        (Task<PersonId?>)typeof(EveryTableTests).GetMethod(nameof(OneAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(table).Invoke(null, [db])!;

    private static async Task<PersonId?> OneAsync<T>(GroupDb db) where T : class =>
        await db.Set<T>().AsNoTracking().SingleAsync() is var row ? (PersonId?)typeof(T).GetProperty("PersonId")!.GetValue(row) : null;

    private sealed class Planted(DbContextOptions<Planted> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.Properties<PersonId>().HaveConversion<AsGuid>();

        protected override void OnModelCreating(ModelBuilder builder)
        {
            builder.Entity<Ride>();
            builder.Entity<Unrecorded>();
            builder.Entity<OneLoan>().HasIndex(l => l.PersonId).IsUnique();
        }
    }

    private sealed class AsGuid() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<PersonId, Guid>(p => p.Value, g => new PersonId(g));

    private sealed class Ride : IRecorded
    {
        public Guid Id { get; set; }

        public PersonId? DriverId { get; set; }

        public Guid RowId => Id;
    }

    private sealed class Unrecorded
    {
        public Guid Id { get; set; }

        public PersonId PersonId { get; set; }
    }

    private sealed class OneLoan : IRecorded
    {
        public Guid Id { get; set; }

        public PersonId PersonId { get; set; }

        public Guid RowId => Id;
    }
}
