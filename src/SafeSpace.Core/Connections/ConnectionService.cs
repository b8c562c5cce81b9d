using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections;

/// <param name="Partner">An entry of the directory; null for a door that is not in it, or our own counsellors.</param>
/// <param name="Name">How the door is called where it is not in the directory.</param>
/// <param name="Shares">What of the record the person agreed to share.</param>
public sealed record ConnectionDetails(Guid? Partner, string? Name, string? Kind, string What, IReadOnlyCollection<Share> Shares);

/// <summary>One person to one door, from asking to what came of it. While it goes on it has a next step, and so cannot be forgotten.</summary>
public sealed class ConnectionService(GroupStore store)
{
    /// <param name="id">From the form: the same one twice is one connection.</param>
    public Task<DoorChange> AskAsync(Guid id, PersonId person, ConnectionDetails details, NextStep next, Actor by) =>
        store.Write("ConnectionAsked", by, async unit =>
        {
            if (await unit.Db.Connections.FindAsync(id) is not null)
                return DoorChange.Done;
            if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
                return DoorChange.NoSuchPerson;
            var partner = details.Partner is { } door ? await unit.Db.Partners.FindAsync(door) : null;
            if (details.Partner is not null && partner is null)
                return DoorChange.NoSuchPartner;
            if (partner?.ClosedAt is not null)
                return DoorChange.PartnerClosed;
            var connection = new Connection
            {
                Id = id,
                PersonId = standing,
                PartnerId = partner?.Id,
                PartnerName = partner?.Name ?? details.Name!.Trim(),
                Kind = partner?.Kind ?? details.Kind,
                What = unit.Seal(standing, ConnectionWords.What, id, details.What.Trim()),
                Shares = Sharing.Write(details.Shares),
                AskedAt = unit.Now,
                AskedOn = unit.Clock.DayOf(unit.Now),
                AskedById = by.Id,
            };
            if (connection.Kind == Connection.Counselling)
                connection.OfferDueOn = await CounsellingClock.DueAsync(unit.Db, connection.AskedOn);
            unit.Db.Connections.Add(connection);
            await NextSteps.SetAsync(unit, connection, next);
            return DoorChange.Done;
        });

    /// <summary>What left the house, and how.</summary>
    public Task<DoorChange> SendAsync(Guid id, Guid seen, SentHow how, string words, NextStep next, Actor by) =>
        OnOpenAsync("ConnectionSent", id, seen, by, async (unit, connection) =>
        {
            (connection.SentAt, connection.SentBy) = (unit.Now, how);
            connection.SentWords = unit.Seal(connection.PersonId, ConnectionWords.Sent, id, words);
            if (connection.State == ConnectionState.Asked)
                connection.State = ConnectionState.Sent;
            await NextSteps.SetAsync(unit, connection, next);
        }, UseOfRecord.OtherServices);

    public Task<DoorChange> TakenAsync(Guid id, Guid seen, NextStep next, Actor by) =>
        OnOpenAsync("ConnectionTaken", id, seen, by, async (unit, connection) =>
        {
            Take(unit, connection);
            await NextSteps.SetAsync(unit, connection, next);
        });

    /// <param name="why">An entry of the group's list.</param>
    public Task<DoorChange> RefuseAsync(Guid id, Guid seen, string why, string? words, Actor by) =>
        OnOpenAsync("ConnectionRefused", id, seen, by, async (unit, connection) =>
        {
            (connection.State, connection.RefusedWhy, connection.AnsweredOn) = (ConnectionState.Refused, why, unit.Clock.DayOf(unit.Now));
            connection.EndedOn = connection.AnsweredOn;
            connection.RefusedWords = unit.Seal(connection.PersonId, ConnectionWords.Refused, id, Clean(words));
            await FinishAsync(unit, connection);
        });

    /// <param name="outcome">An entry of the group's list.</param>
    public Task<DoorChange> EndAsync(Guid id, Guid seen, string outcome, string? words, Actor by) =>
        OnOpenAsync("ConnectionEnded", id, seen, by, async (unit, connection) =>
        {
            (connection.State, connection.Outcome, connection.EndedOn) = (ConnectionState.Ended, outcome, unit.Clock.DayOf(unit.Now));
            connection.OutcomeWords = unit.Seal(connection.PersonId, ConnectionWords.Outcome, id, Clean(words));
            await FinishAsync(unit, connection);
        });

    /// <summary>Nothing new: think of it again on another day, or somebody else does.</summary>
    public Task<DoorChange> LaterAsync(Guid id, Guid seen, NextStep next, Actor by) =>
        OnOpenAsync("ConnectionMoved", id, seen, by, (unit, connection) => NextSteps.SetAsync(unit, connection, next, PromiseState.Moved));

    /// <summary>It was no end after all; how it had ended stays in its changes.</summary>
    public Task<DoorChange> OpenAgainAsync(Guid id, Guid seen, NextStep next, Actor by) =>
        store.Write("ConnectionOpenedAgain", by, async unit =>
        {
            if (await unit.Db.Connections.FindAsync(id) is not { } connection || await ContactWriter.LivingAsync(unit, connection.PersonId) is null)
                return DoorChange.NoSuchRow;
            if (connection.IsOpen)
                return DoorChange.NotNow;
            Unit.Expect(connection, seen);
            if (connection.State == ConnectionState.Refused)
                (connection.AnsweredOn, connection.RefusedWhy, connection.RefusedWords) = (null, null, null);
            (connection.State, connection.EndedOn, connection.Outcome, connection.OutcomeWords) = (connection.StateFromDates, null, null, null);
            await NextSteps.SetAsync(unit, connection, next);
            return DoorChange.Done;
        });

    internal static void Take(Unit unit, Connection connection)
    {
        connection.State = ConnectionState.Taken;
        connection.AnsweredOn ??= unit.Clock.DayOf(unit.Now);
    }

    /// <summary>No step and no appointment is left behind.</summary>
    private static async Task FinishAsync(Unit unit, Connection connection)
    {
        await NextSteps.EndAsync(unit, connection.Id);
        await AppointmentWriter.GiveBackAllAsync(unit, connection.Id);
    }

    private Task<DoorChange> OnOpenAsync(string kind, Guid id, Guid seen, Actor by, Func<Unit, Connection, Task> change, UseOfRecord? use = null) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.Connections.FindAsync(id) is not { } connection)
                return DoorChange.NoSuchRow;
            if (!connection.IsOpen)
                return DoorChange.NotNow;
            if (use is { } needed && await unit.Db.ObjectsAsync(connection.PersonId, needed))
                return DoorChange.TheyObject;
            Unit.Expect(connection, seen);
            await change(unit, connection);
            return DoorChange.Done;
        });

    internal static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
