using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

public static class AddFamily
{
    /// <summary>Somebody of a person's family, and what the person lets them hear.</summary>
    public static Task<FamilyMember> AddFamilyAsync(this TestGroup group, Person person, string name, string? tie, string? mayHear) =>
        group.Store.Write("FamilyAdded", Actor.CommandLine, unit =>
        {
            var member = new FamilyMember { Id = Ids.New(), PersonId = person.Id, Name = name, Tie = tie };
            member.MayHear = unit.Seal(person.Id, PersonWords.MayHear, member.Id, mayHear);
            unit.Db.FamilyMembers.Add(member);
            return Task.FromResult(member);
        });
}
