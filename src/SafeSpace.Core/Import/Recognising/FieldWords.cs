namespace SafeSpace.Core.Import.Recognising;

/// <summary>A field and the headers people give its column, in lower case, without marks.</summary>
public sealed record FieldWords(string Field, params string[] Headers);
