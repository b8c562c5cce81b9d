namespace SafeSpace.Core.Shared;

/// <summary>A day and a time as the clock on the group's wall shows them.</summary>
public readonly record struct LocalMoment(DateOnly Day, TimeOnly Time)
{
    public DateTime AsDateTime => Day.ToDateTime(Time, DateTimeKind.Unspecified);

    public static LocalMoment From(DateTime local) => new(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
}
