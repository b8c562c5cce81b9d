namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>One distinct name found. <c>Cost</c>: 0 is the name as typed, each slip adds about one. <c>Items</c>: all who bear it.</summary>
public sealed record NameHit<T>(string FullName, double Cost, IReadOnlyList<T> Items);
