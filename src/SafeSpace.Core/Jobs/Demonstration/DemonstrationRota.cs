using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>
/// A week of shifts gone by and two to come, peers signed on now, an evening with too little cover, what the peers say of
/// themselves, and two who were offered a talk.
/// </summary>
internal sealed class DemonstrationRota(GroupStore store, IReadOnlyDictionary<Role, User> accounts, IReadOnlyList<InventedPeer> peers)
{
    private const int Least = 3;

    private static readonly Actor By = Actor.CommandLine;
    private static readonly (string? Gender, string? Languages, string? Neighbourhood)[] Facts =
        [("woman", "English", "Riverside"), ("woman", "English, Polish", "Old Town"), ("man", "English, Punjabi", null), ("man", "English", "Hexley"), (null, "English, BSL", "Riverside")];

    public async Task PlanAsync()
    {
        await new SiteService(store).AddAsync(Ids.New(), "Mill Lane house", By);
        await store.Write("PeersSaidWhoTheyAre", By, DescribeAsync);
        var today = store.Clock.Today;
        await store.Write("PastShiftsPlanned", By, PastAsync);
        await store.Write("ShiftOfNowPlanned", By, NowAsync);
        await new ShiftsFromHours(store).MakeAsync(today, today.AddDays(14), Least, longestHours: 5, By);
        await store.Write("PlacesTaken", By, TakeAsync);
        await store.Write("DebriefsOffered", By, CareAsync);
    }

    private Task DescribeAsync(Unit unit)
    {
        for (var i = 0; i < peers.Count; i++)
        {
            var (gender, languages, neighbourhood) = Facts[i % Facts.Length];
            unit.Db.PeerProfiles.Add(new PeerProfile
            {
                Id = Ids.New(),
                PeerId = peers[i].Id!.Value,
                ReachOn = $"07700 900{600 + i}",
                Gender = gender,
                Languages = languages,
                Neighbourhood = neighbourhood,
                CouldDays = 0b0010101 << (i % 2),
                EnoughCalls = i == 0 ? 25 : null,
                SharesLoad = i == 0,
            });
        }

        unit.Db.CoverSettings.Add(new CoverSettings
        {
            LeastPeers = Least,
            EmptyNumber = "0800 915 4640",
            EmptyMessage = "We are sorry that nobody is here just now. The crisis team answers day and night.",
        });
        unit.Db.FallbackPeers.Add(new FallbackPeer { Id = Ids.New(), PeerId = accounts[Role.Supervisor].UserId, Position = 1 });
        return Task.CompletedTask;
    }

    private async Task PastAsync(Unit unit)
    {
        var site = (await unit.Db.Sites.SingleAsync()).Id;
        for (var ago = 7; ago > 0; ago--)
        {
            var day = unit.Clock.Today.AddDays(-ago);
            var shift = Shift(site, unit.Clock.ToUtc(new LocalMoment(day, new TimeOnly(16, 30))), unit.Clock.ToUtc(new LocalMoment(day, new TimeOnly(21, 0))));
            unit.Db.Shifts.Add(shift);
            for (var i = 0; i < Least; i++)
            {
                var place = Place(shift, (ago + (i * 3)) % peers.Count, i);
                (place.SignedOnAt, place.SignedOffAt, place.HeardAt) = (shift.StartsAt, shift.EndsAt, shift.EndsAt);
                unit.Db.ShiftPlaces.Add(place);
            }
        }
    }

    /// <summary>Whatever the hour at which the demonstration is made, somebody is on.</summary>
    private async Task NowAsync(Unit unit)
    {
        var shift = Shift((await unit.Db.Sites.SingleAsync()).Id, Quarter(unit.Now.AddHours(-2)), Quarter(unit.Now.AddHours(5)));
        unit.Db.Shifts.Add(shift);
        (int Peer, ShiftState State, int HeardAgo)[] on = [(1, ShiftState.Free, 3), (3, ShiftState.Free, 12), (4, ShiftState.Free, 20), (5, ShiftState.NoCallsToday, 140)];
        foreach (var (peer, state, ago) in on)
        {
            var place = Place(shift, peer, peer);
            (place.SignedOnAt, place.State, place.HeardAt) = (shift.StartsAt, state, unit.Now.AddMinutes(-Math.Min(ago, 110)));
            (place.Role, place.AtHome) = (peer == 1 ? ShiftRole.Facilitator : ShiftRole.Peer, peer is 3 or 5);
            unit.Db.ShiftPlaces.Add(place);
        }

        unit.Db.ShiftPlaces.Add(Place(shift, 0, 0)); // has a place, and has not signed on yet
    }

    /// <summary>Most of the coming places are taken; those of the second day are not.</summary>
    private async Task TakeAsync(Unit unit)
    {
        var coming = await unit.Db.Shifts.Where(s => s.StartsAt > unit.Now).OrderBy(s => s.StartsAt).ToListAsync();
        var second = unit.Clock.Today.AddDays(2);
        for (var i = 0; i < coming.Count && i < 20; i++)
        {
            var many = unit.Clock.DayOf(coming[i].StartsAt) == second ? 1 : Least;
            for (var n = 0; n < many; n++)
                unit.Db.ShiftPlaces.Add(Place(coming[i], (i + (n * 4) + 1) % peers.Count, n));
        }
    }

    /// <summary>A talk offered to two, and one ending that may be heard.</summary>
    private async Task CareAsync(Unit unit)
    {
        var me = accounts[Role.Peer].UserId;
        var hard = await unit.Db.Contacts.Where(c => c.PeerId == me && c.PersonId != null).OrderByDescending(c => c.At).FirstAsync();
        await DebriefService.OfferAsync(unit, hard.Id.Value, me);
        (await DebriefService.OfferAsync(unit, null, peers[5].Id!.Value)).State = DebriefState.Wanted;
        var mine = (await unit.Db.Contacts.Where(c => c.PeerId == me && c.PersonId != null).Select(c => c.PersonId!.Value).Distinct().ToListAsync()).ToHashSet();
        var since = unit.Clock.Today.AddDays(-Endings.Told);
        var ended = (await unit.Db.Spells.Where(s => s.ClosedOn >= since).OrderByDescending(s => s.ClosedOn).ThenBy(s => s.Id).ToListAsync()).FirstOrDefault(s => mine.Contains(s.PersonId));
        if (ended is null)
            return;
        ended.HelpersMayHear = true;
        ended.HowThingsAre ??= unit.Seal(ended.PersonId, PersonWords.HowThingsAre, ended.Id.Value, "Back at work three days a week, and sleeps again.");
    }

    private static Shift Shift(Guid site, DateTime starts, DateTime ends) => new() { Id = Ids.New(), SiteId = site, StartsAt = starts, EndsAt = ends, LeastPeers = Least };

    private ShiftPlace Place(Shift shift, int peer, int at) => new() { Id = Ids.New(), ShiftId = shift.Id, PeerId = peers[peer].Id!.Value, AtHome = at % 2 == 1 };

    private static DateTime Quarter(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.FromMinutes(15).Ticks));
}
