namespace SafeSpace.Core.Import;

/// <summary>A whole file, or its mapping, that we cannot take: one plain sentence says why and what to do. Nothing of it was imported.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Sentence">For people: what is wrong and what to do.</param>
public sealed record ImportRefused(string File, string Sentence);
