using SafeSpace.Core.Access;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

public static class LogContact
{
    /// <summary>A contact logged by a peer; with nobody known when there is no person. Days ago, at noon of the group's day, unless a moment is given.</summary>
    public static async Task<Contact> LogContactAsync(
        this TestGroup group, Person? person, User peer, ContactKind kind = ContactKind.CallOut, int? minutes = 10, int daysAgo = 0, DateTime? at = null, string? words = null)
    {
        var clock = group.Store.Clock;
        var moment = at ?? (daysAgo == 0 ? clock.Now : clock.ToUtc(new LocalMoment(clock.Today.AddDays(-daysAgo), new TimeOnly(12, 0))));
        var details = new ContactDetails { PersonId = person?.Id, Kind = kind, Minutes = minutes, At = moment, PeerId = peer.UserId, Words = words };
        return (await new LogService(group.Store).LogAsync(details, new Actor(peer.UserId, peer.DisplayName))).Contact!;
    }

    /// <summary>A promise of a peer, due in so many days.</summary>
    public static Task<Promise> PromiseAsync(this TestGroup group, Person person, User? peer, int inDays = 0, TimeOnly? at = null) =>
        group.Store.Write("PromiseMade", Actor.CommandLine, unit =>
            PromiseWriter.MakeAsync(unit, person.Id, peer?.UserId, new PromiseDetails(group.Store.Clock.Today.AddDays(inDays), at)));

    public static Task<TieChange> TieAsync(this TestGroup group, Person person, User peer, TieKind kind = TieKind.Claimed) =>
        new TieService(group.Store).TieAsync(person.Id, peer.UserId, kind, new Actor(peer.UserId, peer.DisplayName));
}
