using Microsoft.EntityFrameworkCore.Design;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;

namespace SafeSpace.Migrations.Sqlite;

public sealed class GroupDbFactory : IDesignTimeDbContextFactory<GroupDb>
{
    public GroupDb CreateDbContext(string[] args) => DesignTime.Sqlite<GroupDb>(o => new GroupDb(o));
}

public sealed class NetworkDbFactory : IDesignTimeDbContextFactory<NetworkDb>
{
    public NetworkDb CreateDbContext(string[] args) => DesignTime.Sqlite<NetworkDb>(o => new NetworkDb(o));
}
