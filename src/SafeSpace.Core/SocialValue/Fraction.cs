using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SafeSpace.Core.SocialValue;

/// <summary>An exact number: hours times a rate, a third of a sum. Nothing is rounded before it is shown, and then by <see cref="Rounding"/> alone.</summary>
[JsonConverter(typeof(FractionText))]
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger under;

    public Fraction(BigInteger over, BigInteger under)
    {
        if (under.IsZero)
            throw new DivideByZeroException("A fraction of nothing.");
        if (under.IsOne)
        {
            (Over, this.under) = (over, under);
            return;
        }

        var divisor = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;
        (Over, this.under) = (over / divisor, under / divisor);
    }

    public static Fraction Zero => default;

    public BigInteger Over { get; }

    /// <summary>Always more than nothing.</summary>
    public BigInteger Under => under.IsZero ? BigInteger.One : under;

    public bool IsZero => Over.IsZero;

    public static implicit operator Fraction(long whole) => new(whole, BigInteger.One);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Over * b.Under) + (b.Over * a.Under), a.Under * b.Under);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Over * b.Under) - (b.Over * a.Under), a.Under * b.Under);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Over * b.Over, a.Under * b.Under);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Over * b.Under, a.Under * b.Over);

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static Fraction Sum(IEnumerable<Fraction> many) => many.Aggregate(Zero, (sum, one) => sum + one);

    /// <summary>"3/4", "12": what a kept statement holds.</summary>
    public static Fraction Parse(string text)
    {
        var parts = text.Split('/');
        return new(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : BigInteger.One);
    }

    public bool Equals(Fraction other) => Over == other.Over && Under == other.Under;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Over, Under);

    public int CompareTo(Fraction other) => (Over * other.Under).CompareTo(other.Over * Under);

    public override string ToString() => Under.IsOne ? Over.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Over}/{Under}");

    internal sealed class FractionText : JsonConverter<Fraction>
    {
        public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
