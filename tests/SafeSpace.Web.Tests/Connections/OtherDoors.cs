using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Connections;

/// <summary>What tests make of other doors.</summary>
internal static class OtherDoors
{
    public static async Task<Partner> AddPartnerAsync(this TestGroup group, string name = "Harbour Advice", string? kind = "advice", bool publish = false)
    {
        var id = Ids.New();
        await new PartnerService(group.Store).AddAsync(id, new PartnerDetails(name) { Kind = kind, Public = publish, WhoKnowsUs = "plantedknows Ann" }, Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        return await db.Partners.AsNoTracking().SingleAsync(p => p.Id == id);
    }

    public static async Task<Connection> ConnectAsync(this TestGroup group, Person person, Partner? partner = null, string? kind = null, string what = "plantedneed", UserId? keeper = null)
    {
        var id = Ids.New();
        var change = await new ConnectionService(group.Store).AskAsync(
            id, person.Id, new ConnectionDetails(partner?.Id, "Our counsellors", kind, what, [Share.Name]), new NextStep(group.Store.Clock.Today.AddDays(1), By: new PromiseKeeper(keeper)), Actor.CommandLine);
        Assert.Equal(DoorChange.Done, change);
        return await group.ConnectionAsync(id);
    }

    public static async Task<Connection> ConnectionAsync(this TestGroup group, Guid id)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Connections.AsNoTracking().SingleAsync(c => c.Id == id);
    }

    /// <summary>The steps that stand open for something: there must be one while it goes on, and none after.</summary>
    public static async Task<IReadOnlyList<Promise>> StepsAsync(this TestGroup group, Guid id)
    {
        await using var db = await group.Store.ReadAsync();
        return await NextSteps.Of(db, id).AsNoTracking().ToListAsync();
    }

    public static async Task<Guid> AddSlotAsync(this TestGroup group, LocalMoment at, string counsellor = "Noor, student")
    {
        var service = new CounsellingService(group.Store);
        var id = Ids.New();
        await service.AddAsync(id, counsellor, student: true, account: null, Actor.CommandLine);
        Assert.Equal(1, await service.AddSlotsAsync(new NewSlots(id, at, 50, 1), Actor.CommandLine));
        await using var db = await group.Store.ReadAsync();
        return await db.CounsellingSlots.Where(s => s.CounsellorId == id).Select(s => s.Id).SingleAsync();
    }

    /// <summary>Goes to noon of a day; the clock of a site goes forward alone.</summary>
    public static void GoTo(this TestSite site, TestGroup group, DateOnly day, int hour = 12) =>
        site.Folder.Clock.Advance(group.Store.Clock.ToUtc(new LocalMoment(day, new TimeOnly(hour, 0))) - group.Store.Clock.Now);
}
