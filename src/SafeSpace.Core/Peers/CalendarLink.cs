using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>A secret address at which a peer's own calendar program finds their shifts and promises, without names. Here is its hash.</summary>
public sealed class CalendarLink : IRecorded
{
    public Guid Id { get; set; }

    public UserId PeerId { get; set; }

    public required byte[] SecretHash { get; set; }

    public DateTime MadeAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public Guid RowId => Id;
}
