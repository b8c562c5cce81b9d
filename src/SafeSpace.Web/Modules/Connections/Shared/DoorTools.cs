using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Connections.Shared;

/// <summary>What every page of this room asks for.</summary>
public sealed class DoorTools(GroupDb db, Vault vault, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts)
{
    public GroupDb Db => db;

    public Vault Vault => vault;

    public GroupClock Clock => clock;

    public Viewer Viewer => viewer;

    public PersonViews Shown => shown;

    public Texts Texts => texts;
}
