using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>Rows whose every change is an <c>Operation</c>: before and after sealed, the state hashed into the chain.</summary>
public interface IRecorded
{
    /// <summary>The row's own identifier, the same on both engines.</summary>
    Guid RowId { get; }
}

/// <summary>A row that tells something about one person; what an operation keeps of it is sealed with that person's key.</summary>
public interface IAboutPerson
{
    PersonId? About { get; }
}

/// <summary>A row that people edit: the version is new at every change, and an edit must name the one it saw.</summary>
public interface IVersioned
{
    Guid Version { get; set; }
}
