namespace SafeSpace.Core.Shared;

/// <summary>Something a person can act on. The message is one clear sentence and holds nothing about any person.</summary>
public class SafeSpaceException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Somebody else changed the row since it was read.</summary>
public sealed class StaleVersionException() : SafeSpaceException("Somebody changed this while you were typing.");

/// <summary>The store cannot take more just now; what was sent was not saved. Answered with 503 and the typed words.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : SafeSpaceException(message, inner);

/// <summary>
/// This program must not open a store: it is of another version, or its key is missing. The message is for whoever runs the machine; visitors
/// are told that it cannot be opened just now.
/// </summary>
public sealed class StoreShutException(string message) : SafeSpaceException(message);
