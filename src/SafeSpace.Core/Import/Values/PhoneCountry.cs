namespace SafeSpace.Core.Import.Values;

/// <summary>How numbers are dialled where the group is.</summary>
/// <param name="Code">Country code without plus.</param>
/// <param name="Trunk">What stands before a number dialled inside the country; may be empty.</param>
/// <param name="WholeDigits">Digits of a usual number after the trunk prefix.</param>
public sealed record PhoneCountry(string Code, string Trunk, int WholeDigits)
{
    public static readonly PhoneCountry UnitedKingdom = new("44", "0", 10);
}
