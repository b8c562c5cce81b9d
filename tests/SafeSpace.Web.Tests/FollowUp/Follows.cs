using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

/// <summary>What tests make and ask of promises, rules and calls.</summary>
internal static class Follows
{
    public static Actor ActorOf(User user) => new(user.UserId, user.DisplayName);

    /// <summary>A promise that was for yesterday.</summary>
    public static async Task<Promise> LateAsync(this TestGroup group, Person person, User? peer)
    {
        var promise = await group.PromiseAsync(person, peer);
        await group.Store.Write("PromiseMovedBack", Actor.CommandLine, async unit => (await unit.Db.Promises.SingleAsync(p => p.Id == promise.Id)).DueOn = group.Store.Clock.Today.AddDays(-1));
        await using var db = await group.Store.ReadAsync();
        return await db.Promises.AsNoTracking().SingleAsync(p => p.Id == promise.Id);
    }

    public static Task RulesAsync(this TestGroup group, bool mood = false, bool ownPages = false, bool names = false) =>
        new FollowUpSettings(group.Store).ChangeAsync(new FollowUpChoice(mood, ownPages, names), default, Actor.CommandLine);

    public static async Task<T> ReadAsync<T>(this TestGroup group, Func<GroupDb, Task<T>> read)
    {
        await using var db = await group.Store.ReadAsync();
        return await read(db);
    }
}
