using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Hospital;

/// <summary>Somebody is in hospital: where, since when, and the way home. Turns for visiting are promised visits, who brings what are things to do: they bear its id.</summary>
public sealed class HospitalStay : IRecorded, IAboutPerson, IVersioned, IGoesOn
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    /// <summary>Which hospital and ward, and when one may visit.</summary>
    public Sealed? Where { get; set; }

    public DateTime Since { get; set; }

    /// <summary>Who fetches them, keys, warmth, food in the house.</summary>
    public Sealed? WayHome { get; set; }

    public DateTime? HomeAt { get; set; }

    public Sealed? HowHome { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;

    public PromiseFor StepFor => PromiseFor.Hospital;

    /// <summary>Whole hours as they passed, whatever the clock on the wall did.</summary>
    public int Hours(DateTime now) => (int)((HomeAt ?? now) - Since).TotalHours;
}

public static class HospitalWords
{
    public const string Where = "hospital_stay.where";

    public const string WayHome = "hospital_stay.way_home";

    public const string HowHome = "hospital_stay.how_home";
}
