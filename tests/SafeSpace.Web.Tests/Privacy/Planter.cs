using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Tests.Privacy;

/// <summary>
/// Writes a row about somebody into every table the map says is about people, with a word that must not stay in every column that can
/// hold one. A table that is added tomorrow is planted too.
/// </summary>
internal sealed class Planter(Unit unit, Person person, Person other, UserId account)
{
    public const string Word = "quibblethorpe";

    private static readonly HashSet<string> Made = ["Person", "Case", "NamePair", "PersonMonth", "ReferralReach", "PairToLook", "PersonAccount", "OwnPageInvitation"];
    private readonly Dictionary<Type, object> rows = [];

    public IReadOnlyCollection<Type> Planted => [.. rows.Keys];

    public async Task PlantAsync()
    {
        foreach (var table in DataMap.Tables.Where(t => t.Belongs is Belongs.ToPeople or Belongs.Through or Belongs.Behind && !Made.Contains(t.Type.Name)))
            Make(unit.Db.Model.FindEntityType(table.Type)!);
        await unit.Db.SaveChangesAsync();
    }

    private object Make(IEntityType type)
    {
        if (type.ClrType == typeof(Person))
            return person;
        if (type.ClrType == typeof(Case))
            return unit.Db.Cases.Local.FirstOrDefault(c => c.PersonId == person.Id) ?? unit.Db.Cases.Single(c => c.PersonId == person.Id);
        if (rows.TryGetValue(type.ClrType, out var known))
            return known;
        var row = rows[type.ClrType] = Activator.CreateInstance(type.ClrType)!;
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is { CanWrite: true } && !Sealing(p)))
            Fill(row, property);
        foreach (var property in type.GetProperties().Where(Sealing))
            property.PropertyInfo!.SetValue(row, Sealed(type, property, row));
        unit.Db.Add(row);
        return row;
    }

    private static bool Sealing(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Sealed);

    /// <summary>Under their own key; a visit began with nobody known, a claim is never of anybody: under the group's.</summary>
    private Sealed Sealed(IEntityType type, IProperty property, object row)
    {
        var owner = type.FindProperty("PersonId") is null || type.ClrType.Name == "Visit" ? (PersonId?)null : person.Id;
        return unit.Seal(owner, $"{type.GetTableName()}.{property.GetColumnName()}", ((IRecorded)row).RowId, $"{Word} {property.Name}")!.Value;
    }

    private void Fill(object row, IProperty property)
    {
        if (property.GetContainingForeignKeys().FirstOrDefault() is { } key && !key.PrincipalEntityType.ClrType.Name.Equals("User", StringComparison.Ordinal) && key.PrincipalEntityType != key.DeclaringEntityType)
        {
            var principal = Make(key.PrincipalEntityType);
            property.PropertyInfo!.SetValue(row, key.PrincipalKey.Properties.Single().PropertyInfo!.GetValue(principal));
            return;
        }

        if (DataMap.Of(row.GetType()).Belongs is Belongs.Through through && through.Key == property.Name)
        {
            property.PropertyInfo!.SetValue(row, ((IRecorded)Make(unit.Db.Model.FindEntityType(through.Parent)!)).RowId);
            return;
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        property.PropertyInfo!.SetValue(row, ValueOf(property, type));
    }

    private object? ValueOf(IProperty property, Type type) => type switch
    {
        _ when type == typeof(PersonId) => property.Name is "SecondId" or "GoneId" ? other.Id : person.Id,
        _ when type == typeof(UserId) => property.IsNullable ? null : account,
        _ when type == typeof(Guid) => Ids.New(),
        _ when type == typeof(string) => DataMap.Of(property.DeclaringType.ClrType).Columns.SingleOrDefault(c => c.Property == property.Name) is { Kept: null, Grade: not (Grade.Colleague or Grade.Group) } ? $"{Word} {property.Name}" : "anything",
        _ when type == typeof(byte[]) => Encoding.UTF8.GetBytes($"{Word} {property.Name}"),
        _ when type == typeof(DateTime) => unit.Now,
        _ when type == typeof(DateOnly) => unit.Clock.Today,
        _ when type == typeof(TimeOnly) => new TimeOnly(9, 0),
        _ when type == typeof(Month) => new Month(2026, 3),
        { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1),
        { IsValueType: true } when type.GetProperty("Value") is { } value && value.PropertyType == typeof(Guid) => Activator.CreateInstance(type, Ids.New()),
        { IsValueType: true } => Activator.CreateInstance(type),
        _ => null,
    };
}
