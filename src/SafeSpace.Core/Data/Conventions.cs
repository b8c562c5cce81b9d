using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>How values lie in both engines: typed ids, UTC moments to the microsecond, enums as their names, tables and columns in snake case.</summary>
internal static class Conventions
{
    public static void ConvertValues(ModelConfigurationBuilder configuration, bool sqlite)
    {
        foreach (var type in typeof(Conventions).Assembly.GetTypes())
        {
            if (type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)))
                configuration.Properties(type).HaveConversion((sqlite ? typeof(IdAsBytes<>) : typeof(IdAsGuid<>)).MakeGenericType(type));
            else if (type.IsEnum && type.IsPublic)
                configuration.Properties(type).HaveConversion<string>();
        }

        if (sqlite)
            configuration.Properties<Guid>().HaveConversion<GuidAsBytes>();
        configuration.Properties<DateTime>().HaveConversion<UtcMicroseconds>();
        configuration.Properties<Sealed>().HaveConversion<SealedAsBytes>();
        configuration.Properties<Month>().HaveConversion<MonthAsNumber>();
    }

    public static void NameTables(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsOwned() || entity.IsMappedToJson())
                continue;
            var name = entity.ClrType.Name.Replace("Identity", "", StringComparison.Ordinal);
            var generic = name.IndexOf('`', StringComparison.Ordinal);
            entity.SetTableName(Reserved.GetValueOrDefault(Snake(generic < 0 ? name : name[..generic]), Snake(generic < 0 ? name : name[..generic])));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Snake(key.GetName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    /// <summary>Words that databases keep for themselves.</summary>
    private static readonly Dictionary<string, string> Reserved = new(StringComparer.Ordinal)
    {
        ["user"] = "account",
        ["user_claim"] = "account_claim",
        ["user_login"] = "account_login",
        ["user_token"] = "account_token",
        ["user_passkey"] = "account_passkey",
        ["user_role"] = "account_role",
        ["case"] = "person_case",
        ["view"] = "view_entry",
    };

    internal static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>An expression tree cannot call the static member itself.</summary>
    private static T Make<T>(Guid value) where T : struct, ITypedId<T> => T.From(value);

    private sealed class IdAsBytes<T>() : ValueConverter<T, byte[]>(id => id.Value.ToByteArray(true), bytes => Make<T>(new Guid(bytes, true)))
        where T : struct, ITypedId<T>;

    private sealed class IdAsGuid<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make<T>(value))
        where T : struct, ITypedId<T>;

    private sealed class GuidAsBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class UtcMicroseconds() : ValueConverter<DateTime, DateTime>(
        moment => GroupClock.ToMicrosecond(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

    private sealed class SealedAsBytes() : ValueConverter<Sealed, byte[]>(words => words.Bytes.ToArray(), bytes => new Sealed(bytes));

    private sealed class MonthAsNumber() : ValueConverter<Month, int>(month => month.Key, key => Month.FromKey(key));
}
