using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

public static class RegisterSets
{
    /// <summary>Neither joined into another record nor erased.</summary>
    public static readonly Expression<Func<Person, bool>> IsThere = p => p.MergedIntoId == null && p.ErasedAt == null;

    extension(GroupDb db)
    {
        /// <summary>Everybody who stands for themselves: records merged into another are left out, and those that were erased.</summary>
        public IQueryable<Person> People => db.Set<Person>().Where(IsThere);

        public DbSet<Person> PeopleWithMerged => db.Set<Person>();

        public DbSet<PersonPhone> Phones => db.Set<PersonPhone>();

        public DbSet<FamilyMember> FamilyMembers => db.Set<FamilyMember>();

        public DbSet<PersonAccount> PersonAccounts => db.Set<PersonAccount>();

        public DbSet<Case> Cases => db.Set<Case>();

        public DbSet<Spell> Spells => db.Set<Spell>();

        public DbSet<PersonFactor> Factors => db.Set<PersonFactor>();

        public DbSet<PairDecision> PairDecisions => db.Set<PairDecision>();

        public DbSet<Merge> Merges => db.Set<Merge>();

        public DbSet<NameWord> NameWords => db.Set<NameWord>();

        public DbSet<NameKey> NameKeyRows => db.Set<NameKey>();

        public DbSet<NamePair> NamePairs => db.Set<NamePair>();

        /// <summary>A record of theirs stands behind the wall, whatever they do here now.</summary>
        public Task<bool> HasWallAsync(UserId account) => db.PersonAccounts.AnyAsync(a => a.UserId == account && a.Until == null && a.WalledAt != null);

        /// <summary>None of these records was joined into another, and of nobody it was said since <paramref name="since"/> (UTC) that they died.</summary>
        public async Task<bool> AllStandAsync(IReadOnlyCollection<PersonId> people, DateTime? since) =>
            !await db.PeopleWithMerged.AnyAsync(p => people.Contains(p.Id) && (p.MergedIntoId != null || p.DiedAt >= since));
    }
}
