using SafeSpace.Core.Data;

namespace SafeSpace.Web.Infrastructure.Groups;

/// <summary>The group this request is in: the first segment of its address.</summary>
public sealed class CurrentGroup
{
    private GroupStore? store;

    public GroupStore Store
    {
        get => store ?? throw new InvalidOperationException("This address is in no group.");
        set => store = value;
    }

    public bool IsKnown => store is not null;
}
