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

        public DbSet<DestroyedKey> DestroyedKeys => db.Set<DestroyedKey>();

        public DbSet<EmptiedOperation> EmptiedOperations => db.Set<EmptiedOperation>();

        /// <summary>The last link of the chain: it grows with every change, on whichever node it was made.</summary>
        public Task<long> VersionAsync() => db.Set<ChainHead>().Select(h => h.Sequence).SingleAsync();
    }
}
