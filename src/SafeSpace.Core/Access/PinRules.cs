namespace SafeSpace.Core.Access;

/// <summary>The short PIN of a remembered device: 4 to 8 digits, not the ones everybody tries first.</summary>
public static class PinRules
{
    /// <summary>So many wrong ones and the device is forgotten, or the locked session ended.</summary>
    public const int MostWrong = 5;

    /// <summary>What is wrong with it, as one sentence; null when it will do.</summary>
    public static string? Problem(string? pin)
    {
        if (pin is null || pin.Length is < 4 or > 8 || !pin.All(char.IsAsciiDigit))
            return "A PIN is 4 to 8 digits.";
        var steps = pin.Zip(pin.Skip(1), (a, b) => b - a).Distinct().ToList();
        var years = pin.Length == 4 && (pin.StartsWith("19", StringComparison.Ordinal) || pin.StartsWith("20", StringComparison.Ordinal));
        return (steps.Count == 1 && steps[0] is >= -1 and <= 1) || years || pin is "1212" or "6969" or "1004"
            ? "This PIN is easily guessed. Please choose another."
            : null;
    }
}
