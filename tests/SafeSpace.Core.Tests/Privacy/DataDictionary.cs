using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Privacy;

/// <summary>docs/data-dictionary.md, from the model and the map.</summary>
internal static class DataDictionary
{
    private const string Head = """
        # What is kept, column by column

        Written by a test from the model and from the map that erasing goes by (`src/SafeSpace.Core/Privacy/Map`; `SAFESPACE_WRITE_DOCS=1` writes it anew, otherwise a difference fails). A table or a column that is not in the map fails the build.

        **Grades.** *Name*: what somebody is called. *Reach*: how to reach them, where they live. *Identifier*: a number or reference that stands for one person. *Words*: free words about somebody, often about their health. *Fact*: something true of them, in plain. *Choice*: an entry of a list, counted. *Colleague*: who of us acted. *Group*: what the group says of itself and its partners. *Secret*: a key or the hash of a secret. *Machine*: hashes, versions, figures. *When*, *number*, *id*: what they say.

        **What protects it.** The whole store: permissions on every page and endpoint, the record of who looked, the chain of operations, the wall around a colleague's own record. *Sealed* columns are encrypted with the key of the person they are about, which the group's key wraps; without it they open for nobody. Everything else lies in plain in the database: encrypt the disk (docs/operations.md). *Hashed*: only a hash is kept.

        **How long.** What is about a person: until their time is up and somebody decides (docs/guide/privacy.md), or until they are erased. Copies: as long as copies are kept. *Seven days*, *30 days*, *30 minutes*: by themselves. Everything else: as long as the group is there.

        **Erasing** empties a column, removes the row, or keeps it, and says why.


        """;

    public static string Write(IModel model)
    {
        var text = new StringBuilder(Head);
        foreach (var type in model.GetEntityTypes().Where(t => !t.IsOwned() && !t.IsMappedToJson()).OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            var table = DataMap.Of(type.ClrType);
            text.Append(CultureInfo.InvariantCulture, $"## {type.GetTableName()}\n\n{Capital(table.What)}. {Whose(table)} Kept: {HowLong(table)}.\n\n| column | grade | protected | erasing |\n| --- | --- | --- | --- |\n");
            foreach (var property in type.GetProperties().OrderBy(p => p.GetColumnName(), StringComparer.Ordinal))
            {
                var column = table.Columns.SingleOrDefault(c => c.Property == property.Name);
                text.Append(CultureInfo.InvariantCulture, $"| {property.GetColumnName()} | {column?.Grade.ToString().ToLowerInvariant() ?? Plain(property)} | {Protection(property, column)} | {Erasing(table, property, column)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Whose(MappedTable table) => table.Belongs switch
    {
        Belongs.ToPeople => "Of a person, by the id in it.",
        Belongs.Through through => $"Of a person, through {Conventions(through.Parent)}.",
        Belongs.Behind behind => $"Of people, through {Conventions(behind.Child)}.",
        Belongs.ToAccount => "Of an account; goes with an own page's account.",
        Belongs.ToNobody nobody => nobody.Why,
        Belongs.ByItself itself => itself.How,
        _ => "",
    };

    private static string HowLong(MappedTable table) => (table.Type.Name, table.Belongs) switch
    {
        ("AnsweredPost", _) => "seven days",
        ("Draft", _) => "30 days, a post that could not be taken 30 minutes",
        ("RememberedDevice", _) => "90 days",
        (_, Belongs.ToPeople or Belongs.Through or Belongs.Behind) => "as the person's record",
        (_, Belongs.ToAccount) => "as the account",
        _ => "as the group",
    };

    private static string Plain(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type == typeof(Guid) || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)) => "id",
            _ when type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(DateTimeOffset) || type == typeof(Month) => "when",
            { IsEnum: true } => "choice",
            _ when type == typeof(bool) => "yes or no",
            _ => "number",
        };
    }

    private static string Protection(IProperty property, MappedColumn? column)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(Sealed) ? "sealed" : column?.Grade == Grade.Secret && property.Name.Contains("Hash", StringComparison.Ordinal) ? "hashed" : property.Name == "Wrapped" ? "wrapped" : "";
    }

    private static string Erasing(MappedTable table, IProperty property, MappedColumn? column) => table switch
    {
        { Goes: true } => "row goes",
        { Belongs: Belongs.ToNobody or Belongs.ByItself } => column?.Kept is { } why && column.Grade is Grade.Name or Grade.Reach or Grade.Words or Grade.Colleague && !why.StartsWith("about the group", StringComparison.Ordinal) ? why : "",
        _ when column is { Kept: null } => "emptied",
        _ when column is { Kept: { } why } => $"kept: {why}",
        _ when DataMap.IsOfPerson(property) || Plain(property) == "id" => "kept: stands for nobody any more",
        _ => "kept: counted",
    };

    private static string Conventions(Type type) => string.Concat(type.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
