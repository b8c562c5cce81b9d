using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>The same post was answered a moment ago; this one changed nothing.</summary>
public sealed class AlreadyAnsweredException() : SafeSpaceException("This was answered already.");

/// <summary>A key that was used for something else.</summary>
public sealed class OtherBodyException() : SafeSpaceException("This key was used for something else. Choose a new Idempotency-Key for each new post.");
