using SafeSpace.Core.Data;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>How a journey is made: on which engine, with script or without. All on a phone of 320 px unless it says otherwise.</summary>
public static class Ways
{
    public static TheoryData<EngineKind, bool> All => new() { { EngineKind.Sqlite, true }, { EngineKind.Sqlite, false }, { EngineKind.Postgres, true } };
}
