namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>A list that cannot be read as people; the message is a sentence for whoever gave it.</summary>
public sealed class PeopleListException(string message) : Exception(message);
