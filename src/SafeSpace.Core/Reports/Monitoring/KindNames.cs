using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Kinds of contact as programs read them: <c>call_in</c>.</summary>
public static class KindNames
{
    public static string Of(ContactKind kind) => Conventions.Snake(kind.ToString());

    public static ContactKind? Parse(string? name) =>
        Enum.GetValues<ContactKind>().Where(kind => Of(kind) == name).Select(kind => (ContactKind?)kind).FirstOrDefault();
}
