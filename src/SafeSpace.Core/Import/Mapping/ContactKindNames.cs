using SafeSpace.Core.Diary;

namespace SafeSpace.Core.Import.Mapping;

/// <summary>Kinds of contact as a mapping file writes them: call_in, visit_to_building.</summary>
public static class ContactKindNames
{
    public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<ContactKind>().Select(Of)];

    public static string Of(ContactKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    public static ContactKind? Find(string name) =>
        Enum.GetValues<ContactKind>().Where(kind => Of(kind) == name).Select(kind => (ContactKind?)kind).FirstOrDefault();
}
