using SafeSpace.Core.Data;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>How a journey is made: on which engine, with script or without; the other two ways round are long ones. All on a phone of 320 px unless it says otherwise.</summary>
public static class Ways
{
    public static TheoryData<EngineKind, bool> All => [Way(EngineKind.Sqlite, true), Way(EngineKind.Postgres, false), Long(EngineKind.Sqlite, false), Long(EngineKind.Postgres, true)];

    private static TheoryDataRow<EngineKind, bool> Way(EngineKind engine, bool script) => new(engine, script);

    private static TheoryDataRow<EngineKind, bool> Long(EngineKind engine, bool script) => Way(engine, script).WithTrait("Part", "Long");
}
