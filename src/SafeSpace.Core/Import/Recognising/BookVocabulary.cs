namespace SafeSpace.Core.Import.Recognising;

/// <summary>How a kind of book is told by its headers.</summary>
/// <param name="Needed">Groups of fields: of each group at least one must be there, or it is not this book.</param>
/// <param name="Fields">Headers of every field the book may have.</param>
public sealed record BookVocabulary(BookKind Kind, IReadOnlyList<string[]> Needed, IReadOnlyList<FieldWords> Fields)
{
    /// <summary>Every kind, told apart by what each needs; a header row that fits two equally is the earlier one.</summary>
    public static IReadOnlyList<BookVocabulary> All { get; } = [RegisterWords.Book, .. RecordBookWords.Books, DiaryWords.Book];

    public static BookVocabulary Of(BookKind kind) => All.First(book => book.Kind == kind);

    /// <summary>The field whose headers hold this one; null for a column we have no use for.</summary>
    public string? FieldOf(string header)
    {
        var folded = HeaderText.Fold(header);
        if (folded.Length == 0) return null;
        foreach (var field in Fields)
            if (Array.IndexOf(field.Headers, folded) >= 0) return field.Field;
        return null;
    }
}
