using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>One line of a diary page with its words opened.</summary>
public sealed record DiaryRow(DiaryLine Line, string? Words, bool MayCorrect, string? Agreed = null)
{
    public Contact Contact => Line.Contact;

    public static DiaryRow Open(DiaryLine line, Vault vault, Viewer viewer) =>
        new(line, vault.Open(ContactWriter.Words, line.Contact.Id.Value, line.Contact.Words), viewer.MayCorrect(line.Contact),
            vault.Open(ContactWriter.Agreed, line.Contact.Id.Value, line.Contact.Agreed));
}

/// <summary>Rows of one page, and what each of them need not say because the page does.</summary>
public sealed record DiaryRows(IReadOnlyList<DiaryRow> Rows, bool ShowDay = false, bool ShowPerson = true, bool ShowPeer = true);

public static class DiaryRules
{
    /// <summary>One's own entries; with the diary, everybody's.</summary>
    public static bool MayCorrect(this Viewer viewer, Contact contact) =>
        viewer.May(Permission.LogContacts) && contact.CorrectedById is null
        && (viewer.May(Permission.SeeDiary) || (viewer.Id is { } me && (contact.PeerId == me || contact.LoggedById == me)));
}
