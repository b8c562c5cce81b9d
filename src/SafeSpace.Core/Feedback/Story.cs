using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Feedback;

/// <summary>What a story may be used for. Each needs its own yes.</summary>
public enum StoryPurpose
{
    /// <summary>People of this group read it here.</summary>
    OurGroup,

    /// <summary>In packs for who funds us.</summary>
    Funders,

    /// <summary>When peers are trained.</summary>
    Training,

    /// <summary>Where anybody can see it: a leaflet, a talk, the web.</summary>
    Anybody,
}

/// <summary>Under which name it stands.</summary>
public enum NameShown
{
    NoName,
    OwnName,
    FirstName,
    ChangedName,
}

/// <summary>Somebody's words of how it was, theirs to lend and to take back.</summary>
public sealed class Story : IRecorded, IAboutPerson, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Whose it is, when they are in the register and wish it known to those who keep stories.</summary>
    public PersonId? PersonId { get; set; }

    public Sealed? Words { get; set; }

    public NameShown NameShown { get; set; }

    /// <summary>The name as it stands under the story.</summary>
    public Sealed? Name { get; set; }

    public DateOnly ToldOn { get; set; }

    /// <summary>Of the secret on the paper they take home: with it they take the story back themselves.</summary>
    public byte[]? SecretHash { get; set; }

    /// <summary>Taken back altogether; nothing of it is shown from then on.</summary>
    public DateTime? TakenBackAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}

/// <summary>A yes for one purpose, and until when.</summary>
public sealed class StoryConsent : IRecorded
{
    public Guid Id { get; set; }

    public Guid StoryId { get; set; }

    public StoryPurpose Purpose { get; set; }

    public DateOnly GivenOn { get; set; }

    /// <summary>The last day on which it holds; null until it is taken back.</summary>
    public DateOnly? Until { get; set; }

    public DateTime? TakenBackAt { get; set; }

    public Guid RowId => Id;
}

/// <summary>Where a story went: what somebody must be told when it is taken back.</summary>
public sealed class StoryUse : IRecorded
{
    public Guid Id { get; set; }

    public Guid StoryId { get; set; }

    public StoryPurpose Purpose { get; set; }

    public DateOnly On { get; set; }

    /// <summary>The pack it stood in.</summary>
    public int? PackNumber { get; set; }

    /// <summary>"Leaflet, spring 2026", in the words of who used it.</summary>
    public Sealed? Where { get; set; }

    public Guid RowId => Id;
}
