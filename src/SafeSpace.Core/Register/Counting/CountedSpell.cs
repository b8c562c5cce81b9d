namespace SafeSpace.Core.Register.Counting;

/// <summary>One stretch of a case from opening to closing.</summary>
public readonly record struct CountedSpell(DateOnly OpenedOn, DateOnly? ClosedOn)
{
    /// <summary>Open on a day: opened on or before it, and closed after it or not at all.</summary>
    public bool IsOpenOn(DateOnly day) => OpenedOn <= day && (ClosedOn is null || ClosedOn > day);

    internal CountedSpell With(DateOnly? closedOn) =>
        this with { ClosedOn = ClosedOn is null || closedOn is null ? null : Later(ClosedOn.Value, closedOn.Value) };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
