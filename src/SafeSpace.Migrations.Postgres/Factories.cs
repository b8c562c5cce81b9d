using Microsoft.EntityFrameworkCore.Design;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;

namespace SafeSpace.Migrations.Postgres;

public sealed class GroupDbFactory : IDesignTimeDbContextFactory<GroupDb>
{
    public GroupDb CreateDbContext(string[] args) => DesignTime.Postgres<GroupDb>(o => new GroupDb(o));
}

public sealed class NetworkDbFactory : IDesignTimeDbContextFactory<NetworkDb>
{
    public NetworkDb CreateDbContext(string[] args) => DesignTime.Postgres<NetworkDb>(o => new NetworkDb(o));
}
