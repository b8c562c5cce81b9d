using System.Globalization;
using System.Numerics;

namespace SafeSpace.Core.SocialValue;

/// <summary>The one place where anything of the value statement is rounded: half up, for display only.</summary>
public static class Rounding
{
    /// <summary>To a whole number, halves away from nothing: 2.5 is 3.</summary>
    public static BigInteger HalfUp(Fraction exact)
    {
        var over = BigInteger.Abs(exact.Over);
        return exact.Over.Sign * (((2 * over) + exact.Under) / (2 * exact.Under));
    }

    /// <summary>To so many decimals.</summary>
    public static decimal HalfUp(Fraction exact, int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        return (decimal)HalfUp(exact * new Fraction(scale, 1)) / (decimal)scale;
    }

    /// <summary>Pence as pounds and pence: "24695.00".</summary>
    public static string Pounds(Fraction pence) => (Money(pence)).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Pence as pounds and pence, a number.</summary>
    public static decimal Money(Fraction pence) => (decimal)HalfUp(pence) / 100m;
}
