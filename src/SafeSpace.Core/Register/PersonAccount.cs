using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>
/// An account and a person of the register are one human being: a peer who was, or is, supported too, or somebody supported
/// who was invited to a page of their own. The wall around a peer's own record and the person's own page stand on it.
/// </summary>
public sealed class PersonAccount : IRecorded, IAboutPerson
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public UserId UserId { get; set; }

    public DateTime From { get; set; }

    public DateTime? Until { get; set; }

    /// <summary>It was put behind the wall as one of us, and stays there whatever roles the account has later, until somebody who holds the key takes it down.</summary>
    public DateTime? WalledAt { get; set; }

    public Guid RowId => Id;

    public PersonId? About => PersonId;
}
