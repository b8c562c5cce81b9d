using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Community;

/// <summary>
/// When two records become one person, whoever is a member twice over the same time counts once, and whoever tapped twice at the door on
/// one day was there once. Figures of closed months stand.
/// </summary>
public sealed class OneMembership : IMergeStep
{
    public async Task AfterMoveAsync(Unit unit, PersonId person)
    {
        var standing = new List<Member>();
        foreach (var member in await unit.Db.Members.Where(m => m.PersonId == person && m.OneWithId == null).OrderBy(m => m.JoinedOn).ThenBy(m => m.Number).ToListAsync())
        {
            if (standing.Find(first => AtOnce(first, member)) is not { } first)
            {
                standing.Add(member);
                continue;
            }

            // Who joined first goes on, for as long as either was with us.
            member.OneWithId = first.Id;
            first.LeftOn = first.LeftOn is { } one && member.LeftOn is { } other ? (one > other ? one : other) : null;
        }

        var taps = await unit.Db.CentreSignIns.Where(s => s.PersonId == person && s.Way == SignInWay.Door && s.TakenBackAt == null).ToListAsync();
        foreach (var again in taps.GroupBy(s => s.Day).SelectMany(day => day.OrderBy(s => s.At).ThenBy(s => s.Id).Skip(1)))
            again.TakenBackAt = unit.Now;
    }

    internal static bool AtOnce(Member one, Member other) => (other.LeftOn is null || one.JoinedOn < other.LeftOn) && (one.LeftOn is null || other.JoinedOn < one.LeftOn);
}
