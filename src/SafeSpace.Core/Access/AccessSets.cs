using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Access;

public static class AccessSets
{
    extension(GroupDb db)
    {
        public DbSet<UserRole> UserRoles => db.Set<UserRole>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        public DbSet<RememberedDevice> RememberedDevices => db.Set<RememberedDevice>();

        public DbSet<SetupLink> SetupLinks => db.Set<SetupLink>();

        /// <summary>What happened with accounts; see <see cref="Access.AccountEvent"/>.</summary>
        public DbSet<AccountEvent> AccountEvents => db.Set<AccountEvent>();

        public DbSet<ApiToken> ApiTokens => db.Set<ApiToken>();
    }
}
