using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import;

/// <summary>What an import must know of the group.</summary>
/// <param name="Today">The day in the group's time zone: nothing later can have happened.</param>
/// <param name="ReferencePrefix">The letters before the number in the group's references.</param>
public sealed record ImportOptions(DateOnly Today, string ReferencePrefix = "SS")
{
    public PhoneCountry Country { get; init; } = PhoneCountry.UnitedKingdom;

    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}
