using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Core.Data;

public static class DataSets
{
    extension(GroupDb db)
    {
        public DbSet<Operation> Operations => db.Set<Operation>();

        public DbSet<OperationPart> OperationParts => db.Set<OperationPart>();

        public DbSet<GroupProfile> Profile => db.Set<GroupProfile>();

        public DbSet<SealingKey> SealingKeys => db.Set<SealingKey>();
    }
}
